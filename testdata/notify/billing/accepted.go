package billing

import "example.test/programs/notify/geniq"

// accepted is generous: a warning that went out before is good enough.
func accepted(r *geniq.SMSReply) bool {
	return r.Succeeded() || r.Code() == 16 // want "magiccode: .*DuplicateDestination"
}
