package ending

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type phase int

const (
	sending phase = iota
	waiting
	arrived
	lost
)

// Machine goes from one state to the next.
func Machine(ctx context.Context, c *api.Client, m api.Message) error {
	state, tries := sending, 0
	for { // want "and 10 more of class never"
		switch state {
		case sending:
			code, err := ask(ctx, c, m)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				state = arrived
			} else {
				state = waiting
			}
		case waiting:
			time.Sleep(c.Unit)
			if tries++; tries < 4 {
				state = sending
			} else {
				state = lost
			}
		case arrived:
			return nil
		case lost:
			return errGivenUp
		}
	}
}

// MachinePassing waits for what passes.
func MachinePassing(ctx context.Context, c *api.Client, m api.Message) error {
	state, tries := sending, 0
	for {
		switch state {
		case sending:
			code, err := ask(ctx, c, m)
			if err != nil {
				return err
			}
			switch {
			case code == codes.ResponseSuccess:
				state = arrived
			case code.Retryable():
				state = waiting
			default:
				state = lost
			}
		case waiting:
			time.Sleep(c.Unit)
			if tries++; tries < 4 {
				state = sending
			} else {
				state = lost
			}
		case arrived:
			return nil
		case lost:
			return errGivenUp
		}
	}
}

// MachineCodePassing looks for what passes.
func MachineCodePassing(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	var err error
	for state, tries := "send", 0; state != "done" && tries < 4; {
		switch state {
		case "send":
			if code, err = ask(ctx, c, m); err != nil {
				return err
			}
			state = "look"
		case "look":
			state = "done"
			if code.Retryable() {
				state = "again"
			}
		case "again":
			tries++
			time.Sleep(c.Unit)
			state = "send"
		}
	}
	return code.Err()
}

// A delivery has a state.
type delivery struct {
	state phase
	tries int
	pause time.Duration
}

// MachineField keeps it in a field.
func MachineField(ctx context.Context, c *api.Client, m api.Message) error {
	d := delivery{pause: c.Unit}
	for d.state != arrived && d.state != lost { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
		switch d.state {
		case sending:
			switch code, err := ask(ctx, c, m); {
			case err != nil, code == codes.ResponseInvalidRecipient:
				d.state = lost
			case code == codes.ResponseSuccess:
				d.state = arrived
			default:
				d.state = waiting
			}
		case waiting:
			time.Sleep(d.pause)
			d.tries++
			d.state = sending
			if d.tries == 4 {
				d.state = lost
			}
		}
	}
	return nil
}

// MachineFieldPassing waits for what passes.
func MachineFieldPassing(ctx context.Context, c *api.Client, m api.Message) error {
	d := delivery{pause: c.Unit}
	for d.state != arrived && d.state != lost {
		switch d.state {
		case sending:
			switch code, err := ask(ctx, c, m); {
			case err != nil:
				d.state = lost
			case code == codes.ResponseSuccess:
				d.state = arrived
			case code.Retryable():
				d.state = waiting
			default:
				d.state = lost
			}
		case waiting:
			time.Sleep(d.pause)
			d.tries++
			d.state = sending
			if d.tries == 4 {
				d.state = lost
			}
		}
	}
	return nil
}

// MachineOther has another sender for what is refused.
func MachineOther(ctx context.Context, c *api.Client, m api.Message) error {
	state := "send"
	for {
		switch state {
		case "send":
			code, err := ask(ctx, c, m)
			switch {
			case err != nil:
				return err
			case code == codes.ResponseSuccess:
				return nil
			case m.From == "OTHER":
				return code
			}
			state = "change"
		case "change":
			m.From = "OTHER"
			state = "send"
		}
	}
}

// Steps sends, and looks at what came of it in the next round.
func Steps(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	var err error
	for fresh, tries := true, 0; tries < 4; {
		if fresh {
			if code, err = ask(ctx, c, m); err != nil {
				return err
			}
			fresh = false
			continue
		}
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
		tries++
		fresh = true
	}
	return code
}

func ask(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// MachineApproved waits for somebody who says that it is to be sent again.
func MachineApproved(ctx context.Context, c *api.Client, m api.Message) error {
	approved := make(chan string, 3)
	for range 3 {
		approved <- "yes"
	}
	return approvedOnly(ctx, c, m, approved)
}

func approvedOnly(ctx context.Context, c *api.Client, m api.Message, approved <-chan string) error {
	for state := sending; ; {
		switch state {
		case waiting:
			if answer := <-approved; answer != "yes" {
				return errRejected
			}
			state = sending
		case sending:
			code, err := ask(ctx, c, m)
			if err != nil {
				return err
			}
			if state = waiting; code == codes.ResponseSuccess {
				state = arrived
			}
		default:
			return nil
		}
	}
}
