package payments

import (
	"context"
	"errors"
	"testing"
)

func TestCharge(t *testing.T) {
	for answer, want := range map[string]error{
		`{"responseCode":"00","amount":5000}`:         nil,
		`{"responseCode":"08","amount":5000}`:         nil,
		`{"responseCode":"05"}`:                       ErrDeclined,
		`{"responseCode":"91"}`:                       ErrLater,
		`{"responseCode":"12","reasonCode":"10.4"}`:   ErrDeclined,
		`{"responseCode":"12","reasonCode":"4837"}`:   ErrDeclined,
		`{"responseCode":"51","message":"no credit"}`: ErrDeclined,
	} {
		g := &Gateway{Send: func(context.Context, []byte) ([]byte, error) { return []byte(answer), nil }}
		if _, err := g.Charge(context.Background(), 5000); !errors.Is(err, want) {
			t.Errorf("%s: %v", answer, err)
		}
	}
	for _, answer := range []string{``, `{"responseCode":"0"}`} {
		g := &Gateway{Send: func(context.Context, []byte) ([]byte, error) { return []byte(answer), nil }}
		if _, err := g.Charge(context.Background(), 5000); err == nil {
			t.Errorf("%q passed", answer)
		}
	}
}
