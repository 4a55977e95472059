package signin

import (
	"context"
	"errors"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careful/msgapi"
)

func start(t *testing.T) (*fakeapi.Server, *Service, *time.Time) {
	api := fakeapi.Start()
	t.Cleanup(api.Close)
	now := time.Date(2024, time.May, 6, 12, 0, 0, 0, time.UTC)
	return api, New(msgapi.New("shop", "secret", msgapi.WithBase(api.URL)), func() time.Time { return now }), &now
}

func TestCodes(t *testing.T) {
	want := map[string]error{
		"0": nil, "10": ErrNumber, "11": ErrNumber, "15": ErrNumber, "22": ErrWrong, "21": ErrExpired,
		"5": ErrLater, "18": ErrLater, "19": ErrLater, "88": ErrLater, "99": ErrLater,
	}
	ctx := context.Background()
	api, s, _ := start(t)
	for _, code := range fakeapi.ResponseCodes() {
		api.Reset()
		api.Set(fakeapi.VerifySend, code)
		err := s.Start(ctx, "601")
		if w, ok := want[code]; ok && !errors.Is(err, w) || !ok && err == nil {
			t.Errorf("start, code %s: %v", code, err)
		}

		api.Reset()
		if err := s.Start(ctx, "601"); err != nil {
			t.Fatal(err)
		}
		api.Set(fakeapi.VerifyCheck, code)
		err = s.Finish(ctx, "601", "123456")
		if w, ok := want[code]; ok && !errors.Is(err, w) || !ok && err == nil {
			t.Errorf("finish, code %s: %v", code, err)
		}
	}
}

func TestLimits(t *testing.T) {
	ctx := context.Background()
	api, s, now := start(t)
	api.Set(fakeapi.VerifyCheck, "22")
	if err := s.Start(ctx, "601"); err != nil {
		t.Fatal(err)
	}
	for i := range maxTries + 1 {
		want := ErrWrong
		if i == maxTries {
			want = ErrExpired
		}
		if err := s.Finish(ctx, "601", "123456"); !errors.Is(err, want) {
			t.Errorf("try %d: %v", i+1, err)
		}
	}
	if err := s.Start(ctx, "601"); err != nil {
		t.Fatal(err)
	}
	*now = now.Add(lifetime + time.Second)
	if err := s.Finish(ctx, "601", "123456"); !errors.Is(err, ErrExpired) {
		t.Errorf("too late: %v", err)
	}
}
