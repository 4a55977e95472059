// Package maps keeps its replies in maps.
package maps

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

const base = "https://api.geniq.io/rest/v1"

type gateway struct{ http *http.Client }

// post is all that this program knows of the API.
func (g *gateway) post(ctx context.Context, path string, in any) (map[string]any, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+path, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	resp, err := g.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var m map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&m); err != nil {
		return nil, err
	}
	return m, nil
}

// send looks the code up: what post returns are replies.
func (g *gateway) send(ctx context.Context, to, text string) (string, error) {
	m, err := g.post(ctx, "/sms", map[string]string{"to": to, "text": text})
	if err != nil {
		return "", err
	}
	if code, _ := m["responseCode"].(string); code != "0" {
		return "", fmt.Errorf("refused: %s", code)
	}
	id, _ := m["messageId"].(string)
	return id, nil
}

// verify forgets it.
func (g *gateway) verify(ctx context.Context, to string) (string, error) {
	m, err := g.post(ctx, "/verify", map[string]string{"to": to}) // want `the code of the reply that gateway.post returns is never read: nothing looks at m\["responseCode"\]`
	if err != nil {
		return "", err
	}
	id, ok := m["messageId"].(string)
	if !ok {
		return "", errors.New("no id")
	}
	return id, nil
}

func (g *gateway) balance(ctx context.Context) (float64, error) {
	m, err := g.post(ctx, "/balance", nil) // want `nothing looks at m\["responseCode"\]`
	if err != nil {
		return 0, err
	}
	b, _ := m["balance"].(float64)
	return b, nil
}

// fire throws the reply away.
func (g *gateway) fire(ctx context.Context, to string) error {
	_, err := g.post(ctx, "/sms", map[string]string{"to": to, "text": "fire"}) // want `the reply that gateway.post returns is thrown away, and with it \["responseCode"\]`
	return err
}

func lookup(m map[string]any, key string) string { return fmt.Sprint(m[key]) }

func refused(m map[string]any) bool { return m["responseCode"] != "0" }

// Others hand the map on.

func (g *gateway) byHelper(ctx context.Context) (string, error) {
	m, err := g.post(ctx, "/sms", nil)
	if err != nil {
		return "", err
	}
	if lookup(m, "responseCode") != "0" {
		return "", errors.New("refused")
	}
	return m["messageId"].(string), nil
}

func (g *gateway) byPredicate(ctx context.Context) (string, error) {
	m, err := g.post(ctx, "/sms", nil)
	if err != nil || refused(m) {
		return "", errors.New("refused")
	}
	return m["messageId"].(string), nil
}

func (g *gateway) raw(ctx context.Context) (map[string]any, error) {
	return g.post(ctx, "/sms", nil)
}

func (g *gateway) ranged(ctx context.Context) error {
	m, err := g.post(ctx, "/sms", nil)
	if err != nil {
		return err
	}
	for k, v := range m {
		if k == "responseCode" && v != "0" {
			return errors.New("refused")
		}
	}
	return nil
}

func (g *gateway) nested(ctx context.Context) (string, error) {
	m, err := g.post(ctx, "/batch_sms", nil)
	if err != nil {
		return "", err
	}
	details, _ := m["details"].(map[string]any)
	if details["responseCode"] != "0" {
		return "", errors.New("refused")
	}
	return m["batchId"].(string), nil
}

func (g *gateway) shown(ctx context.Context) error {
	m, err := g.post(ctx, "/sms", nil)
	log.Printf("%v", m)
	return err
}

// geo is another API: nobody looks a code up in what it returns.
func (g *gateway) geo(ctx context.Context, number string) (map[string]any, error) {
	resp, err := g.http.Get("https://geo.example.org/v1/numbers/" + number)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var m map[string]any
	err = json.NewDecoder(resp.Body).Decode(&m)
	return m, err
}

func (g *gateway) country(ctx context.Context, number string) (string, error) {
	m, err := g.geo(ctx, number)
	if err != nil {
		return "", err
	}
	c, _ := m["country"].(string)
	return c, nil
}

// fetch asks anybody.
func fetch(c *http.Client, url string) (m map[string]any, err error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&m)
	return m, err
}

func credit(c *http.Client) (string, error) {
	m, err := fetch(c, base+"/balance")
	if err != nil {
		return "", err
	}
	if m["responseCode"] != "0" {
		return "", errors.New("refused")
	}
	return m["balance"].(string), nil
}

func forgetsCredit(c *http.Client, account string) (string, error) {
	m, err := fetch(c, fmt.Sprintf(base+"/balance/%s", account)) // want `nothing looks at m\["responseCode"\]`
	if err != nil {
		return "", err
	}
	return m["balance"].(string), nil
}

func weather(c *http.Client, town string) (string, error) {
	m, err := fetch(c, "https://weather.example.org/v1/"+town)
	if err != nil {
		return "", err
	}
	return m["sky"].(string), nil
}

func anybody(c *http.Client, url string) (string, error) {
	m, err := fetch(c, url)
	if err != nil {
		return "", err
	}
	return m["name"].(string), nil
}

// From here on decodes whose error is dropped.

func numbers(body []byte) bool {
	var m map[string]int
	json.Unmarshal(body, &m) // want `the error of json.Unmarshal is dropped, and m\["responseCode"\] is read: if nothing was decoded, it holds 0, which is Success`
	return m["responseCode"] == 0
}

func asserted(body io.Reader) error {
	var m map[string]any
	_ = json.NewDecoder(body).Decode(&m) // want `the error of json.Decoder.Decode is dropped, and m\["responseCode"\] is read: if nothing was decoded, it holds 0, which is Success`
	code, _ := m["responseCode"].(float64)
	if code != 0 {
		return fmt.Errorf("refused: %v", code)
	}
	return nil
}

// A text that is missing is none of the cases.
func cases(body []byte) error {
	m := make(map[string]string)
	json.Unmarshal(body, &m) // want `if nothing was decoded, it holds nothing, which is no code`
	switch m["responseCode"] {
	case "6":
		return errors.New("no credit")
	case "11":
		return errors.New("wrong number")
	}
	return nil
}

func onlySuccess(body []byte) bool {
	var m map[string]any
	json.Unmarshal(body, &m)
	return m["responseCode"] == "0"
}

func anyIsNil(body []byte) error {
	var m map[string]any
	json.Unmarshal(body, &m)
	if m["responseCode"] != float64(0) {
		return errors.New("refused")
	}
	return nil
}

func present(body []byte) bool {
	var m map[string]int
	json.Unmarshal(body, &m)
	code, ok := m["responseCode"]
	return ok && code == 0
}

func panics(body []byte) bool {
	var m map[string]any
	json.Unmarshal(body, &m)
	return m["responseCode"].(float64) == 0
}

func empty(body []byte) bool {
	var m map[string]int
	json.Unmarshal(body, &m)
	if len(m) == 0 {
		return false
	}
	return m["responseCode"] == 0
}

func missing(body []byte) bool {
	var m map[string]any
	json.Unmarshal(body, &m)
	if m["responseCode"] == nil {
		return false
	}
	code, _ := m["responseCode"].(float64)
	return code == 0
}

func checked(body []byte) (bool, error) {
	var m map[string]int
	if err := json.Unmarshal(body, &m); err != nil {
		return false, err
	}
	return m["responseCode"] == 0, nil
}

// And assertions whose answer is.

func numeric(body []byte) error {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return err
	}
	code, _ := m["responseCode"].(float64) // want `whether m\["responseCode"\] is a float64 is not asked: if it is missing, or came as text, code is 0, which is Success; ask for the second result, and take text, too`
	if int(code) != 0 {
		return fmt.Errorf("refused: %v", code)
	}
	return nil
}

func numericPart(m map[string]any) bool {
	details, _ := m["details"].(map[string]any)
	code, _ := details["responseCode"].(float64) // want `whether details\["responseCode"\] is a float64 is not asked`
	switch code {
	case 0:
		return true
	}
	return false
}

// encoding/json makes no int.
func whole(body []byte) error {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return err
	}
	code, _ := m["responseCode"].(int) // want `whether m\["responseCode"\] is an int is not asked: if it is missing, or anything else, code is 0, which is Success, and encoding/json makes a float64 or a string of it; ask for the second result, and take those two`
	if code != 0 {
		return fmt.Errorf("refused: %v", code)
	}
	return nil
}

func numericAsked(m map[string]any) bool {
	code, ok := m["responseCode"].(float64)
	return ok && code == 0
}

func numericOrText(m map[string]any) bool {
	code, _ := m["responseCode"].(float64)
	text, _ := m["responseCode"].(string)
	return code == 0 && text == "0"
}

func numericThrottled(m map[string]any) bool {
	code, _ := m["responseCode"].(float64)
	return code == 5
}

func textual(m map[string]any) bool {
	code, _ := m["responseCode"].(string)
	return code == "0"
}
