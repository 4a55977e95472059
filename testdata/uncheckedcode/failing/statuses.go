package failing

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// The status is asked in many ways. What is decoded after it has told of a failure only says which.

func inHundreds(resp *http.Response) error {
	status := resp.StatusCode
	if status/100 != 2 {
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f)
		return newError(status, fmt.Sprint(f.ResponseCode, f.Description))
	}
	return nil
}

func mirrored(resp *http.Response) error {
	if 299 < resp.StatusCode {
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f)
		return newError(resp.StatusCode, fmt.Sprint(f.ResponseCode, f.Description))
	}
	return nil
}

func negated(resp *http.Response) error {
	if !(resp.StatusCode >= 200 && resp.StatusCode < 300) {
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f)
		return newError(resp.StatusCode, fmt.Sprint(f.ResponseCode, f.Description))
	}
	return nil
}

func switched(resp *http.Response) error {
	switch code := resp.StatusCode; code {
	case http.StatusOK:
		return nil
	default:
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f)
		return newError(code, fmt.Sprint(f.ResponseCode, f.Description))
	}
}

func cases(resp *http.Response) error {
	var f failure
	switch {
	case resp.StatusCode >= 500:
		return errors.New("try later")
	case resp.StatusCode > 399:
		_ = json.NewDecoder(resp.Body).Decode(&f)
		return newError(resp.StatusCode, fmt.Sprint(f.ResponseCode, f.Description))
	}
	return nil
}

func byText(resp *http.Response) error {
	if resp.Status != "200 OK" {
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f)
		return fmt.Errorf("%s: %d %s", resp.Status, f.ResponseCode, f.Description)
	}
	return nil
}

// A check is a function of its own, as in many a client.
func isOK(resp *http.Response) bool { return resp.StatusCode >= 200 && resp.StatusCode <= 299 }

func byPredicate(resp *http.Response) error {
	if isOK(resp) {
		return nil
	}
	var f failure
	_ = json.NewDecoder(resp.Body).Decode(&f)
	return newError(resp.StatusCode, fmt.Sprint(f.ResponseCode, f.Description))
}

func kindOf(resp *http.Response) error {
	ok := resp.StatusCode == http.StatusOK
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if ok {
		return nil
	}
	var f failure
	_ = json.Unmarshal(body, &f)
	return newError(resp.StatusCode, fmt.Sprint(f.ResponseCode, f.Description))
}

// inHundredsOfSuccess has it the wrong way round.
func inHundredsOfSuccess(resp *http.Response) (int, error) {
	if resp.StatusCode/100 == 2 {
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f) // want `the error of .*Decode is dropped`
		return f.ResponseCode, nil
	}
	return 0, newError(resp.StatusCode, "refused")
}

func wideEnough(resp *http.Response) (int, error) {
	if resp.StatusCode >= 200 {
		var f failure
		_ = json.NewDecoder(resp.Body).Decode(&f) // want `the error of .*Decode is dropped`
		return f.ResponseCode, nil
	}
	return 0, newError(resp.StatusCode, "refused")
}
