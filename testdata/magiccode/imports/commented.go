package imports

// for the log

import "log" // the standard one

func commented(r Reply) {
	if r.ResponseCode == 11 { // want `InvalidRecipient`
		log.Print(r)
	}
}
