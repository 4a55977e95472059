package ending

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Cost counts more for what does not pass.
func Cost(ctx context.Context, c *api.Client, m api.Message) error {
	for cost := 0; cost < 10; {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		switch code := codes.ResponseCode(r.Code); {
		case code == codes.ResponseSuccess:
			return nil
		case code.Retryable():
			cost += 3
		default:
			cost += 10
		}
	}
	return errGivenUp
}

// CostSome counts not enough to end it.
func CostSome(ctx context.Context, c *api.Client, m api.Message) error {
	for cost := 0; cost < 10; { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		switch code := codes.ResponseCode(r.Code); {
		case code == codes.ResponseSuccess:
			return nil
		case code.Retryable():
			cost += 3
		default:
			cost += 5
		}
	}
	return errGivenUp
}

// CostLimit is told how much it may cost: nobody knows.
func CostLimit(ctx context.Context, c *api.Client, m api.Message) error { return spend(ctx, c, m, 10) }

func spend(ctx context.Context, c *api.Client, m api.Message, most int) error {
	for cost := 0; cost < most; {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		cost++
		if !codes.ResponseCode(r.Code).Retryable() {
			cost += 10
		}
	}
	return errGivenUp
}

// Refused allows none to be refused.
func Refused(ctx context.Context, c *api.Client, m api.Message) error {
	refused := 0
	for tries := 0; refused == 0 && tries < maxTries; tries++ {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !codes.ResponseCode(r.Code).Retryable() {
			refused++
		}
	}
	return errGivenUp
}

// RefusedSome allows two of them.
func RefusedSome(ctx context.Context, c *api.Client, m api.Message) error {
	var refused int
	for tries := 0; refused < 2 && tries < maxTries; tries++ { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !codes.ResponseCode(r.Code).Retryable() {
			refused++
		}
	}
	return errGivenUp
}

// RefusedInside asks before it sends.
func RefusedInside(ctx context.Context, c *api.Client, m api.Message) error {
	refused := 0
	for range maxTries {
		if refused > 0 {
			return errRejected
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !codes.ResponseCode(r.Code).Retryable() {
			refused++
		}
	}
	return errGivenUp
}

// RefusedBehind asks behind that.
func RefusedBehind(ctx context.Context, c *api.Client, m api.Message) error {
	refused, busy := 0, 0
	for {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		switch code := codes.ResponseCode(r.Code); {
		case code == codes.ResponseSuccess:
			return nil
		case code.Retryable():
			busy++
		default:
			refused++
		}
		if refused >= 1 || busy > maxTries {
			return errRejected
		}
		time.Sleep(c.Unit)
	}
}

// RefusedOften asks for more of them.
func RefusedOften(ctx context.Context, c *api.Client, m api.Message) error {
	refused, busy := 0, 0
	for { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		switch code := codes.ResponseCode(r.Code); {
		case code == codes.ResponseSuccess:
			return nil
		case code.Retryable():
			busy++
		default:
			refused++
		}
		if refused >= 3 || busy > maxTries {
			return errRejected
		}
		time.Sleep(c.Unit)
	}
}

// Granted grants another round for what passes.
func Granted(ctx context.Context, c *api.Client, m api.Message) error {
	granted := 1
	for try := 0; try < granted; try++ {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if codes.ResponseCode(r.Code).Retryable() && granted < maxTries {
			granted++
		}
	}
	return errGivenUp
}

// GrantedMore grants two from the beginning.
func GrantedMore(ctx context.Context, c *api.Client, m api.Message) error {
	granted := 2
	for try := 0; try < granted; try++ { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if codes.ResponseCode(r.Code).Retryable() && granted < maxTries {
			granted++
		}
	}
	return errGivenUp
}

type state int

const (
	open state = iota
	sent
	dead
)

// A row is open until it was sent, or given up.
type row struct {
	msg   api.Message
	state state
	tries int
}

// States gives it up after some tries.
func States(ctx context.Context, c *api.Client, m api.Message) error {
	w := row{msg: m}
	for w.state == open { // want "and 10 more of class never"
		w.tries++
		r, err := post(ctx, c, w.msg)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			w.state = sent
		} else if w.tries >= maxTries {
			w.state = dead
		}
	}
	return nil
}

// StatesFinal does so at once for what stays.
func StatesFinal(ctx context.Context, c *api.Client, m api.Message) error {
	w := row{msg: m}
	for w.state == open {
		w.tries++
		r, err := post(ctx, c, w.msg)
		if err != nil {
			return err
		}
		switch code := codes.ResponseCode(r.Code); {
		case code == codes.ResponseSuccess:
			w.state = sent
		case !code.Retryable(), w.tries >= maxTries:
			w.state = dead
		}
	}
	return nil
}

// StatesOnce always does so.
func StatesOnce(ctx context.Context, c *api.Client, m api.Message) error {
	w := row{msg: m}
	for w.state == open {
		r, err := post(ctx, c, w.msg)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			w.state = sent
		} else {
			w.state = dead
		}
	}
	return nil
}

// StatesEither gives it up for either.
func StatesEither(ctx context.Context, c *api.Client, m api.Message) error {
	w := row{msg: m}
	for w.state == open {
		w.tries++
		r, err := post(ctx, c, w.msg)
		if err != nil {
			return err
		}
		code := codes.ResponseCode(r.Code)
		if code == codes.ResponseSuccess {
			w.state = sent
		} else if !code.Retryable() || w.tries >= maxTries {
			w.state = dead
		}
	}
	return nil
}
