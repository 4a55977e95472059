// Package texts has texts that go on: copied, noted, kept, returned beside the reply.
package texts

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
)

type reply struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"messageId"`
}

const base = "https://api.geniq.io/rest/v1"

// copied passes the reply on, after a note.
func copied(w http.ResponseWriter, req *http.Request) {
	resp, err := http.Post(base+"/sms", "application/json", req.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	var r reply
	if err := json.Unmarshal(body, &r); err == nil {
		log.Printf("message %s", r.ID)
	}
	w.WriteHeader(resp.StatusCode)
	io.Copy(w, bytes.NewReader(body))
}

// teed notes it on the way.
func teed(w http.ResponseWriter, req *http.Request) {
	resp, err := http.Post(base+"/sms", "application/json", req.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(io.TeeReader(resp.Body, w)).Decode(&r); err != nil {
		log.Print(err)
		return
	}
	log.Printf("message %s", r.ID)
}

// drained throws the rest away.
func drained() (string, error) {
	resp, err := http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `is never read`
		return "", err
	}
	io.Copy(io.Discard, resp.Body)
	return r.ID, nil
}

// hashed looks at nothing.
func hashed() (string, [32]byte, error) {
	resp, err := http.Get(base + "/sms")
	if err != nil {
		return "", [32]byte{}, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", [32]byte{}, err
	}
	var r reply
	err = json.Unmarshal(body, &r)
	return r.ID, sha256.Sum256(body), err
}

// filed keeps the text.
func filed() (string, error) {
	resp, err := http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if err := os.WriteFile("last.json", body, 0o600); err != nil {
		return "", err
	}
	var r reply
	err = json.Unmarshal(body, &r)
	return r.ID, err
}

// send returns the text beside the reply.
func send() (*reply, []byte, error) {
	resp, err := http.Get(base + "/sms")
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, nil, err
	}
	r := &reply{}
	if err := json.Unmarshal(body, r); err != nil {
		return nil, body, err
	}
	return r, body, nil
}

func looksAtText() (string, error) {
	r, body, err := send()
	if err != nil {
		return "", err
	}
	if bytes.Contains(body, []byte(`"responseCode":"6"`)) {
		return "", errors.New("credit")
	}
	return r.ID, nil
}

func logsText() (string, error) {
	r, body, err := send() // want `is never read`
	if err != nil {
		return "", err
	}
	log.Printf("%s", body)
	return r.ID, nil
}

func bothReturned() (*reply, []byte, error) {
	r, body, err := send()
	if err != nil {
		return nil, nil, err
	}
	log.Print(r.ID)
	return r, body, nil
}

func textReturned() (string, []byte, error) {
	r, body, err := send()
	if err != nil {
		return "", nil, err
	}
	return r.ID, body, nil
}

type archive struct{ last []byte }

func (a *archive) keeps() (string, error) {
	r, body, err := send()
	if err != nil {
		return "", err
	}
	a.last = body
	return r.ID, nil
}

// do decodes the reply and returns the response, whose body has been read.
func do(req *http.Request, v any) (*http.Response, error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp, json.NewDecoder(resp.Body).Decode(v)
}

func doForgotten() (string, error) {
	req, err := http.NewRequest("GET", base+"/sms", nil)
	if err != nil {
		return "", err
	}
	var r reply
	resp, err := do(req, &r) // want `is never read`
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	return r.ID, nil
}

func doLooked() (string, error) {
	req, err := http.NewRequest("GET", base+"/sms", nil)
	if err != nil {
		return "", err
	}
	var r reply
	if _, err := do(req, &r); err != nil {
		return "", err
	}
	if r.ResponseCode != "0" {
		return "", errors.New(r.ResponseCode)
	}
	return r.ID, nil
}
