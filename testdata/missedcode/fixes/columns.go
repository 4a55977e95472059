package fixes

import "github.com/errcodelint/errcodelint/codes"

// counted has comments in columns: those around a switch are formatted with its own.
func counted(all []sent, limit int) (lost int) {
	seen := 0               // so far
	for _, s := range all { // one by one
		seen++                        // this one, too
		switch code := s.Code; code { // want `happens to 21`
		case codes.ResponseSuccess: // delivered
		case codes.ResponseInvalidRecipient: // never will be
			lost++ // for good
		} // all others
		if seen > limit { // enough
			break
		} // else go on
	} // all of them
	return lost
}
