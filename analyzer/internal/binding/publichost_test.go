package binding

import "testing"

func TestPublicHost(t *testing.T) {
	for text, want := range map[string]string{
		"https://api.acmepay.com/v1":                "api.acmepay.com",
		"http://API.AcmePay.com:8443?x=1":           "api.acmepay.com",
		"https://user:secret@acmepay.com/v1":        "acmepay.com",
		"https://":                                  "",
		"https://%s.acmepay.com/v1":                 "",
		"https://localhost:8080":                    "",
		"https://10.0.0.7/rest":                     "",
		"https://[::1]:8080/rest":                   "",
		"https://sms.example.com":                   "",
		"https://gateway.test/v1":                   "",
		"http://sms.messaging.svc.cluster.local":    "",
		"amqp://broker.acme.com":                    "",
		"see https://api.acmepay.com/v1 for others": "",
		"/v1/sms": "",
	} {
		if got := publicHost(text); got != want {
			t.Errorf("publicHost(%q) = %q, want %q", text, got, want)
		}
	}
}
