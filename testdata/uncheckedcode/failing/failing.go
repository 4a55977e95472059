// Package failing has replies that come with another status, of which only the text is told: that there is an error is not lost.
package failing

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

type reply struct {
	ResponseCode int    `json:"responseCode"`
	Description  string `json:"description"`
	ID           string `json:"messageId"`
}

type failure struct {
	ResponseCode int    `json:"responseCode"`
	Description  string `json:"description"`
}

// APIError tells of a status.
type APIError struct {
	Status int
	Code   int
	Text   string
}

func (e *APIError) Error() string { return fmt.Sprintf("%d/%d: %s", e.Status, e.Code, e.Text) }

func newError(status int, text string) error { return &APIError{Status: status, Text: text} }

func get() (*http.Response, error) { return http.Get("https://api.geniq.io/rest/v1/sms") }

func ok(r reply) error {
	if r.ResponseCode != 0 {
		return errors.New(r.Description)
	}
	return nil
}

func kept() (string, error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			return "", err
		}
		err = fmt.Errorf("api: %s", f.Description)
		log.Print(err)
		return "", err
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, ok(r)
}

func named() (id string, err error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		var f failure
		if err = json.NewDecoder(resp.Body).Decode(&f); err == nil {
			err = errors.New(f.Description)
		}
		return
	}
	var r reply
	if err = json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return
	}
	return r.ID, ok(r)
}

func made() (string, error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			return "", newError(resp.StatusCode, "no reply")
		}
		return "", newError(resp.StatusCode, f.Description)
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, ok(r)
}

// bestEffort tells what it can.
func bestEffort() (string, error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		var f failure
		_ = json.Unmarshal(body, &f)
		return "", &APIError{Status: resp.StatusCode, Code: f.ResponseCode, Text: f.Description}
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	return r.ID, ok(r)
}

func toError(resp *http.Response) error {
	apiErr := &APIError{Status: resp.StatusCode}
	var f failure
	if err := json.NewDecoder(resp.Body).Decode(&f); err == nil {
		apiErr.Text = f.Description
	}
	return apiErr
}

func byFunction() (string, error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", toError(resp)
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, ok(r)
}

func loggedOnly() error {
	resp, err := get()
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return errors.New("later")
	case resp.StatusCode >= 500:
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			log.Printf("no reply: %v", err)
		} else {
			log.Printf("failed: %s", f.Description)
		}
		return errors.New(resp.Status)
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return err
	}
	return ok(r)
}

func fatal() string {
	resp, err := get()
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			log.Fatal(err)
		}
		log.Fatalf("send: %s", f.Description)
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		log.Fatal(err)
	}
	if err := ok(r); err != nil {
		log.Fatal(err)
	}
	return r.ID
}

// handler tells its own client of a failure.
func handler(w http.ResponseWriter, req *http.Request) {
	resp, err := get()
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			http.Error(w, "no reply", http.StatusBadGateway)
			return
		}
		http.Error(w, f.Description, http.StatusBadGateway)
		return
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if err := ok(r); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// sometimes goes on if the status is one that it knows.
func sometimes() (string, error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil { // want `nothing looks at f.ResponseCode`
			return "", err
		}
		if resp.StatusCode == http.StatusAccepted {
			return f.Description, nil
		}
		return "", errors.New(f.Description)
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, ok(r)
}

// overwritten returns an error only if the reply cannot be closed.
func overwritten() (id string, err error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	var f failure
	if err = json.NewDecoder(resp.Body).Decode(&f); err == nil { // want `nothing looks at f.ResponseCode`
		err = errors.New(f.Description)
	}
	log.Print(err)
	err = resp.Body.Close()
	return f.Description, err
}

// polls goes round until the program is stopped.
func polls() {
	for {
		resp, err := get()
		if err != nil {
			log.Fatal(err)
		}
		var r reply
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
			log.Fatal(err)
		}
		resp.Body.Close()
		log.Print(r.ID)
	}
}

// answersAnyway tells its client of what it got.
func answersAnyway(w http.ResponseWriter, req *http.Request) {
	resp, err := get()
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprint(w, r.ID)
}

// outcome tells of the failure in its own way.
type outcome struct {
	ok   bool
	text string
	err  error
}

func inStruct() outcome {
	resp, err := get()
	if err != nil {
		return outcome{err: err}
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			return outcome{err: err}
		}
		return outcome{text: f.Description}
	}
	return outcome{ok: true}
}

func asBool() (string, bool) {
	resp, err := get()
	if err != nil {
		return err.Error(), false
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 == 2 {
		return "", true
	}
	var f failure
	if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
		return err.Error(), false
	}
	return f.Description, false
}

func byClass(errs chan<- error) {
	resp, err := get()
	if err != nil {
		errs <- err
		return
	}
	defer resp.Body.Close()
	var f failure
	switch status := resp.StatusCode; {
	case status == http.StatusOK:
		errs <- nil
	case status >= 400:
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			errs <- err
			return
		}
		errs <- errors.New(f.Description)
	}
}

func byCase() (text string) {
	resp, err := get()
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		var r reply
		if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
			return err.Error()
		}
		return r.ID
	case http.StatusBadRequest, http.StatusForbidden:
		var f failure
		if err := json.NewDecoder(resp.Body).Decode(&f); err != nil {
			return err.Error()
		}
		return f.Description
	}
	return resp.Status
}

// triesAgain asks anew if it failed: that answer has a status of its own.
func triesAgain() (string, error) {
	resp, err := get()
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		if resp, err = get(); err != nil {
			return "", err
		}
		var r reply
		err = json.NewDecoder(resp.Body).Decode(&r) // want `nothing looks at r.ResponseCode`
		return r.ID, err
	}
	return "", resp.Body.Close()
}
