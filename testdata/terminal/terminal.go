// Package terminal sends payments through a vendor whose codes are declared by hand: their types have
// no method Retryable, or one, and the advice is what the type can be asked.
package terminal

import "errors"

//errcodelint:declare card success=0
type card int

const (
	approved card = 0
	//errcodelint:retry backoff
	busy card = 91
	//errcodelint:retry never
	declined card = 51
)

//errcodelint:declare voucher success=0
type voucher int

const (
	redeemed voucher = 0
	//errcodelint:retry never
	spent voucher = 7
)

func (v voucher) Retryable() bool { return v != redeemed && v != spent }

var errRefused = errors.New("refused")

type slip struct {
	card    card
	voucher voucher
}

// A Line reaches the vendor.
type Line interface {
	Post(amount int) (card, voucher, error)
}

func pay(l Line, amount int) (slip, error) {
	c, v, err := l.Post(amount)
	return slip{card: c, voucher: v}, err
}

// Pay tries three times.
func Pay(l Line, amount int) error {
	for range 3 { // want `for 51 declined of class never, which cannot succeed; leave the loop unless the code may pass later`
		s, err := pay(l, amount)
		if err != nil {
			return err
		}
		if s.card == approved {
			return nil
		}
	}
	return errRefused
}

// Redeem tries three times.
func Redeem(l Line, amount int) error {
	for range 3 { // want `for 7 spent of class never, which cannot succeed; leave the loop unless the method Retryable of voucher says that it may pass`
		s, err := pay(l, amount)
		if err != nil {
			return err
		}
		if s.voucher == redeemed {
			return nil
		}
	}
	return errRefused
}

// retryable is asked by those who send again.
func retryable(c card) bool {
	return c == busy || c == declined // want `true for 51 declined of class never, which cannot succeed; say so only where the code may pass later`
}

// Word says what became of a payment.
func Word(s slip) string {
	if s.card == busy {
		return "later"
	}
	return "done"
}
