package always

import (
	"log"
	"os"

	"github.com/errcodelint/errcodelint/codes"
)

// The last case of a switch, a chain or a ladder says aloud what is left.
func cases(r reply) string {
	switch {
	case r.Code == codes.ResponseSuccess:
		return "sent"
	case r.Code != codes.ResponseSuccess:
		return "failed"
	}
	return ""
}

func chain(r reply) string {
	if r.Code == codes.ResponseSuccess {
		return "sent"
	} else if r.Code != codes.ResponseSuccess {
		return "failed"
	}
	return ""
}

func ladder(r reply) string {
	if r.Code == codes.ResponseSuccess {
		return "sent"
	}
	if r.Code != codes.ResponseSuccess {
		return "failed"
	}
	return ""
}

// What leaves may be a call that does not return.
func ladderOfCommand(r reply) {
	if r.Code == codes.ResponseSuccess {
		os.Exit(0)
	}
	if r.Code == codes.ResponseThrottlingRateExceeded {
		giveUp("later")
	}
	if r.Code != codes.ResponseSuccess {
		log.Fatalf("failed: %s", r.Message)
	}
}

func giveUp(why string) {
	log.Print(why)
	os.Exit(1)
}

func ladderOfBlocks(r reply) string {
	if r.Code == codes.ResponseSuccess {
		return "sent"
	}
	if r.Code != codes.ResponseSuccess {
		if r.Message == "" {
			return "failed"
		} else {
			log.Panic(r.Message)
		}
	}
	return ""
}

func guarded(r reply) string {
	switch {
	case r.ID == "":
		return "lost"
	case r.Code == codes.ResponseSuccess:
		return "sent"
	case r.Code == codes.ResponseInvalidRecipient, r.Code != codes.ResponseSuccess && r.Message != "":
		return "failed"
	}
	return ""
}

// A loop that ends when it is done.
func until(next func() reply) reply {
	r := next()
	for r.Code != codes.ResponseSuccess {
		r = next()
	}
	return r
}

func attempts(next func() reply) bool {
	ok := false
	for !ok {
		r := next()
		ok = r.Code == codes.ResponseSuccess
	}
	return ok
}

// The worst that has been seen so far, beginning with nothing.
func worst(rs []reply) codes.ResponseCode {
	worst := codes.ResponseSuccess
	for _, r := range rs {
		if worst == codes.ResponseSuccess {
			worst = r.Code
		}
	}
	return worst
}

const dryRun = false

func send2(r reply) {
	if dryRun {
		r.Code = codes.ResponseSuccess
	}
	if r.Code == codes.ResponseSuccess {
		log.Print("sent")
	}
}

func preset(r reply, force bool) bool {
	code := codes.ResponseSuccess
	if force {
		return code == codes.ResponseSuccess
	}
	return r.Code == code
}
