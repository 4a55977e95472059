package codes_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// A reply is decoded into a struct whose field has the code's type. It takes the string that the
// API sends as well as the integer that its documentation promises.
func Example() {
	var reply struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
		MessageID    string             `json:"messageId"`
	}
	body := `{"responseCode":"11","messageId":""}`
	if err := json.NewDecoder(strings.NewReader(body)).Decode(&reply); err != nil {
		fmt.Println("decoding the reply:", err)
		return
	}
	switch reply.ResponseCode {
	case codes.ResponseSuccess:
		fmt.Println("sent", reply.MessageID)
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		fmt.Println("check the addresses:", reply.ResponseCode.Description())
	default:
		fmt.Println("not sent:", reply.ResponseCode.Err())
	}
	// Output: check the addresses: Invalid recipient address
}

// Err is nil for success. Any other code is an error that can be wrapped, and found again.
func ExampleResponseCode_Err() {
	send := func(code codes.ResponseCode) error {
		if err := code.Err(); err != nil {
			return fmt.Errorf("sending: %w", err)
		}
		return nil
	}

	fmt.Println(send(codes.ResponseSuccess))

	err := send(codes.ResponseInsufficientCredit)
	fmt.Println(err)
	fmt.Println(errors.Is(err, codes.ResponseInsufficientCredit))

	var code codes.ResponseCode
	if errors.As(err, &code) {
		fmt.Println(code.String(), code.Retry())
	}
	// Output:
	// <nil>
	// sending: responseCode 6: Account does not have sufficient credit balance
	// true
	// InsufficientCredit fix
}

// Retryable is true where the same request may pass later. The number of attempts is still for
// the caller to limit.
func ExampleResponseCode_Retryable() {
	answers := []codes.ResponseCode{
		codes.ResponseThrottlingRateExceeded,
		codes.ResponseSystemError,
		codes.ResponseInvalidRecipient,
	}
	for attempt, code := range answers {
		fmt.Printf("attempt %d: %v\n", attempt+1, code)
		if !code.Retryable() {
			break
		}
		// wait here, longer each time
	}
	// Output:
	// attempt 1: responseCode 5: Account maximum throttling rate is exceeded
	// attempt 2: responseCode 99: System error. Please contact us if problem persist
	// attempt 3: responseCode 11: Invalid recipient address
}

// The API reports on deliveries by calling the user's server, with the code as text.
func ExampleParseReason() {
	request := httptest.NewRequest("GET", "/report?messageId=17&status=failed&reasonCode=8", nil)

	reason, err := codes.ParseReason(request.FormValue("reasonCode"))
	if err != nil {
		fmt.Println("bad delivery report:", err) // answer 400
		return
	}
	switch reason.Retry() {
	case codes.RetryNotNeeded:
		fmt.Println("delivered")
	case codes.RetryWithBackoff:
		fmt.Println("try again later:", reason.Description())
	default:
		fmt.Println("give up:", reason.Description())
	}
	// Output: try again later: Subscriber Absent
}

// What is no code is an error that says so, and so is a form field that is missing.
func ExampleParseError() {
	for _, text := range []string{"", "00", "4294967296"} {
		_, err := codes.ParseResponse(text)
		fmt.Println(err)
	}
	// Output:
	// codes.ResponseCode: cannot read "": want a decimal integer without leading zeros
	// codes.ResponseCode: cannot read "00": want a decimal integer without leading zeros
	// codes.ResponseCode: cannot read "4294967296": the number does not fit 32 bits
}

// Here 0 is a failure: the template domain has no success code.
func ExampleTemplateCode() {
	var reply struct {
		ResponseCode codes.TemplateCode `json:"responseCode"`
	}
	if err := json.Unmarshal([]byte(`{"responseCode":"0"}`), &reply); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(reply.ResponseCode.Err())
	// Output: template responseCode 0: Access token expired/revoked
}

func ExampleReasonCodes() {
	for reason := range codes.ReasonCodes() {
		if reason.Retry() == codes.RetryNever {
			fmt.Printf("%d %s: %s\n", reason, reason.String(), reason.Description())
		}
	}
	// Output:
	// 3 FormatError: Format Error
	// 5 SubscriberUnknown: Subscriber Unknown
	// 6 SubscriberBarred: Subscriber Barred
	// 7 SubscriberNotProvisioned: Subscriber Not Provisioned
	// 12 HandsetError: Handset Error
	// 201 InvalidWhatsAppTemplate: Invalid WhatsApp Template
}

// The text of an undocumented code has its number: the vendor adds codes.
func ExampleResponseCode_Known() {
	code, err := codes.ParseResponse("20")
	fmt.Println(code.Known(), err)
	fmt.Println(code.String(), code.Retry())
	fmt.Println(code.Err())
	// Output:
	// false <nil>
	// ResponseCode(20) unknown
	// responseCode 20: undocumented code
}
