package payment

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestCharge(t *testing.T) {
	for code, want := range map[string]error{"00": nil, "05": ErrDeclined, "51": ErrFunds} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if code != "00" {
				w.WriteHeader(402)
			}
			fmt.Fprintf(w, `{"responseCode":%q,"approvalCode":"A1","amount":500}`, code)
		}))
		g := &Gateway{URL: srv.URL, HTTP: srv.Client()}
		r, err := g.Charge(context.Background(), "card-1", 500)
		if !errors.Is(err, want) || r.Approved() != (code == "00") {
			t.Errorf("code %s: %+v, %v", code, r, err)
		}
		srv.Close()
	}
}

func TestFraud(t *testing.T) {
	for reason, want := range map[string]bool{"10.4": true, "4837": true, "13.1": false, "5": false} {
		if got := (Dispute{ReasonCode: reason}).Fraud(); got != want {
			t.Errorf("%s: %t", reason, got)
		}
	}
}
