package defaults

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// An answer is a reply, and what came along with it.
type answer struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	status       int
}

// post returns what there is of the answer along with an error, too.
func post(url string) (*answer, error) {
	resp, err := http.Post(url, "application/json", nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	a := &answer{status: resp.StatusCode}
	if resp.StatusCode != http.StatusOK {
		return a, fmt.Errorf("HTTP %d", resp.StatusCode)
	}
	if err := json.NewDecoder(resp.Body).Decode(a); err != nil {
		return a, err
	}
	if a.ResponseCode != codes.ResponseSuccess {
		return a, a.ResponseCode
	}
	return a, nil
}

// posted knows that it has failed.
func posted(url string) (again bool, err error) {
	a, err := post(url)
	switch {
	case err == nil:
		return false, nil
	case a == nil, a.status >= 500:
		return true, err
	}
	switch a.ResponseCode {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseTokenGenerationFailed:
		return true, err
	default:
		return false, err
	}
}

// pausing asks before it looks.
func pausing(url string) (time.Duration, error) {
	a, err := post(url)
	if err != nil && a != nil {
		switch a.ResponseCode {
		case codes.ResponseThrottlingRateExceeded:
			return time.Second, err
		case codes.ResponseTokenGenerationFailed:
			return 0, err
		default:
			return -1, err
		}
	}
	return -1, err
}

// asked has an answer without an error.
func asked(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return err
	}
	switch a.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail; add a case for 0 Success`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseTokenGenerationFailed:
		return errBusy
	default:
		return errNumber
	}
}
