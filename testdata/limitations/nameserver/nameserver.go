// Package nameserver sums up what name servers answered.
//
// The extended codes of DNS begin at 16, which is a documented code of the
// messaging API: with numbers instead of a library's constants, the field's
// name and one such number are taken for evidence.
package nameserver

// Answer is a line of the log.
type Answer struct {
	Name         string
	ResponseCode int
}

// Word names what was answered.
func (a *Answer) Word() string {
	switch a.ResponseCode {
	case 0: // want "magiccode: .*Success"
		return "ok"
	case 2: // want "magiccode: .*InvalidIP"
		return "server"
	case 3: // want "magiccode: .*AccountExpired"
		return "no such name"
	case 16: // want "magiccode: .*DuplicateDestination"
		return "version"
	}
	return "other"
}
