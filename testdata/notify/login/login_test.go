package login

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"example.test/programs/notify/geniq"
	"example.test/programs/notify/geniq/geniqtest"
)

func service(t *testing.T) (*geniqtest.Server, *Service) {
	s := geniqtest.Start(t)
	s.Reply("/verify", `{"responseCode":"0","messageId":"m-1"}`)
	return s, New(geniq.New("shop", "secret", geniq.WithBaseURL(s.URL)), false)
}

func TestStart(t *testing.T) {
	for code := range 310 {
		s, l := service(t)
		s.Reply("/verify", fmt.Sprintf(`{"responseCode":"%d","messageId":"m-1"}`, code))
		err := l.Start(context.Background(), "60111")
		var e *geniq.APIError
		switch code {
		case 0:
			if err != nil {
				t.Error(err)
			}
		case 11, 15:
			if !errors.Is(err, ErrBadNumber) {
				t.Errorf("code %d: %v", code, err)
			}
		case 5, 18, 19:
			if !errors.Is(err, ErrTooOften) {
				t.Errorf("code %d: %v", code, err)
			}
		case 6:
			if !errors.Is(err, geniq.ErrNoCredit) {
				t.Errorf("code 6: %v", err)
			}
		case 88, 99:
			if !errors.Is(err, geniq.ErrUnavailable) {
				t.Errorf("code %d: %v", code, err)
			}
		default:
			if !errors.As(err, &e) || e.ResponseCode != code {
				t.Errorf("code %d: %v", code, err)
			}
		}
	}
}

func TestFinish(t *testing.T) {
	ctx := context.Background()
	for code := range 310 {
		s, l := service(t)
		if err := l.Start(ctx, "60111"); err != nil {
			t.Fatal(err)
		}
		s.Reply("/verify/", fmt.Sprintf(`{"responseCode":"%d","responseMessage":"as told"}`, code))
		err := l.Finish(ctx, "60111", "123456")
		_, waiting := l.pending.Try("60111", time.Now())
		switch code {
		case 0:
			if err != nil || waiting {
				t.Errorf("code 0: %v, %t", err, waiting)
			}
		case 22:
			if !errors.Is(err, ErrWrong) || !waiting {
				t.Errorf("code 22: %v, %t", err, waiting)
			}
		case 21:
			if !errors.Is(err, ErrExpired) || waiting {
				t.Errorf("code 21: %v, %t", err, waiting)
			}
		case 99:
			if !errors.Is(err, geniq.ErrUnavailable) {
				t.Errorf("code 99: %v", err)
			}
		default:
			if err == nil || err.Error() != "login: cannot check the code: as told" || !waiting {
				t.Errorf("code %d: %v, %t", code, err, waiting)
			}
		}
	}
}

func TestFiveTries(t *testing.T) {
	ctx := context.Background()
	s, l := service(t)
	s.Reply("/verify/", `{"responseCode":"22"}`)
	if err := l.Start(ctx, "60111"); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if err := l.Finish(ctx, "60111", "123456"); !errors.Is(err, ErrWrong) {
			t.Error(err)
		}
	}
	if err := l.Finish(ctx, "60111", "123456"); !errors.Is(err, ErrExpired) {
		t.Error(err)
	}
}

func TestNotAskedFor(t *testing.T) {
	ctx := context.Background()
	_, l := service(t)
	if err := l.Finish(ctx, "60111", "000000"); !errors.Is(err, ErrExpired) {
		t.Error(err)
	}
	if err := l.Finish(ctx, "60111", "5"); !errors.Is(err, ErrWrong) {
		t.Error(err)
	}
	l.demo = true
	if err := l.Finish(ctx, "60111", "000000"); err != nil {
		t.Error(err)
	}
}
