package syntax

import "testing"

func TestUnversioned(t *testing.T) {
	for path, want := range map[string]string{
		"net/http":                          "net/http",
		"example.com/retry":                 "example.com/retry",
		"example.com/retry/v2":              "example.com/retry",
		"example.com/retry/v2/wait":         "example.com/retry/wait",
		"example.com/v2/v3":                 "example.com",
		"gopkg.in/retry.v1":                 "gopkg.in/retry",
		"gopkg.in/retry.v1/wait":            "gopkg.in/retry/wait",
		"example.com/vault":                 "example.com/vault",
		"example.com/v2ray":                 "example.com/v2ray",
		"github.com/aws/aws-sdk-go-v2":      "github.com/aws/aws-sdk-go-v2",
		"github.com/eclipse/paho.mqtt.vers": "github.com/eclipse/paho.mqtt.vers",
	} {
		if got := UnversionedPath(path); got != want {
			t.Errorf("UnversionedPath(%q) = %q, want %q", path, got, want)
		}
	}
	for name, want := range map[string]string{
		"errors.Is":                      "errors.Is",
		"example.com/retry/v2.Do":        "example.com/retry.Do",
		"(*gopkg.in/retry.v1.Loop).Next": "(*gopkg.in/retry.Loop).Next",
		"example.com/retry/v2/wait.For":  "example.com/retry/wait.For",
	} {
		if got := Unversioned(name); got != want {
			t.Errorf("Unversioned(%q) = %q, want %q", name, got, want)
		}
	}
}
