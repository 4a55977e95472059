package templates

import (
	"context"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careless/geniq"
)

func TestTodo(t *testing.T) {
	want := map[string]string{
		"0": "log in again", "190": "log in again", "3": "ask for access", "10": "ask for access",
		"1": "", "2": "", "4": "", "80007": "", "506": "",
		"131001": "rewrite", "132005": "rewrite", "132007": "rewrite",
		"131006": "look at the parameters", "131008": "look at the parameters", "131009": "look at the parameters",
		"132000": "count the parameters", "132012": "count the parameters", "133000": "delete it first",
	}
	waits := map[string]time.Duration{"4": 5 * time.Second, "80007": time.Minute}
	api := fakeapi.Start()
	defer api.Close()
	for _, code := range fakeapi.TemplateCodes() {
		api.Reset()
		api.Set(fakeapi.TemplateCreate, code)
		var waited time.Duration
		m := NewManager(geniq.New(geniq.Config{BaseURL: api.URL}), func(_ context.Context, d time.Duration) error {
			waited += d
			return nil
		})
		results, err := m.Sync(context.Background(), []geniq.Template{
			{Name: "welcome", Language: "en", Body: "known"},
			{Name: "order", Language: "en", Body: "your order"},
			{Name: "refund", Language: "en"},
		})
		if err != nil {
			t.Fatal(err)
		}
		w, ok := want[code]
		if !ok {
			w = "ask the vendor"
		}
		n := 2
		if code == "368" || code == "131031" {
			n = 1
		}
		if len(results) != n || results[0].Todo != w || waited != waits[code] {
			t.Errorf("code %s: %+v, waited %v", code, results, waited)
		}
		if n == 2 && results[1] != (Result{Name: "refund", Code: 131008}) {
			t.Errorf("code %s: %+v", code, results[1])
		}
	}
}
