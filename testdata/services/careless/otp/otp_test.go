package otp

import (
	"context"
	"errors"
	"testing"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careless/geniq"
)

func TestJudge(t *testing.T) {
	want := map[string]error{
		"0": nil, "22": ErrWrong, "21": ErrExpired, "5": ErrLater, "88": ErrLater, "99": ErrLater,
	}
	for _, code := range fakeapi.ResponseCodes() {
		err := Judge(code)
		if w, ok := want[code]; ok && !errors.Is(err, w) || !ok && err == nil {
			t.Errorf("code %s: %v", code, err)
		}
	}
}

func TestStart(t *testing.T) {
	want := map[string]error{
		"0": nil, "10": ErrNumber, "11": ErrNumber, "15": ErrNumber, "5": ErrLater, "18": ErrLater, "19": ErrLater, "88": ErrLater,
	}
	api := fakeapi.Start()
	defer api.Close()
	for _, code := range fakeapi.ResponseCodes() {
		api.Set(fakeapi.VerifySend, code)
		err := New(geniq.New(geniq.Config{BaseURL: api.URL})).Start(context.Background(), "60120000001")
		if w, ok := want[code]; ok && !errors.Is(err, w) || !ok && err == nil {
			t.Errorf("code %s: %v", code, err)
		}
	}
}

func TestTries(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	api.Set(fakeapi.VerifyCheck, "22")
	s := New(geniq.New(geniq.Config{BaseURL: api.URL}))
	if err := s.Start(context.Background(), "601"); err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		want := ErrWrong
		if i == maxTries {
			want = ErrExpired
		}
		if err := s.Finish(context.Background(), "601", "123456"); !errors.Is(err, want) {
			t.Errorf("try %d: %v", i+1, err)
		}
	}
}
