package wabiz

import (
	"context"
	"errors"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

func TestSync(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	client := msgapi.New("shop", "secret", msgapi.WithBase(api.URL))
	want := []msgapi.Template{
		{Name: "welcome", Language: "en"}, // there already
		{Name: "order", Language: "en"},
	}
	for _, text := range append(fakeapi.TemplateCodes(), fakeapi.Absent) {
		api.Reset()
		api.Set(fakeapi.TemplateCreate, text)
		pauses := 0
		results, err := Sync(context.Background(), client, func(context.Context, time.Duration) error { pauses++; return nil }, want)
		if len(results) != 1 {
			t.Fatalf("%s: %+v, %v", text, results, err)
		}
		if text == fakeapi.Absent {
			if err != nil || results[0] != (Result{"order", "tpl-order", Wait}) {
				t.Errorf("%+v, %v", results, err)
			}
			continue
		}
		code, perr := codes.ParseTemplate(text)
		if perr != nil {
			t.Fatal(perr)
		}
		if stop := results[0].Step == LogIn || results[0].Step == Access; stop != errors.Is(err, code) {
			t.Errorf("%v: %+v, %v", code, results, err)
		}
		if later := results[0].Step == Later; later != code.Retryable() || later != (pauses == maxAttempts-1) {
			t.Errorf("%v: %+v, %d pauses", code, results, pauses)
		}
	}
}

func TestNoList(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	api.Set(fakeapi.TemplateList, "190")
	_, err := Sync(context.Background(), msgapi.New("shop", "secret", msgapi.WithBase(api.URL)), nil, nil)
	if !errors.Is(err, codes.TemplateAccessTokenExpired) {
		t.Errorf("got %v", err)
	}
}
