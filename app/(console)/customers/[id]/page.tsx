import { EditProfile } from '@/components/customers/edit-profile'

export default function CustomerProfilePage() {
  return <EditProfile />
}
