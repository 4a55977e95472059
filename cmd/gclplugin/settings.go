package gclplugin

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

// Settings are what stands under settings in golangci-lint's configuration. They are the flags of the
// command: those that all checks share, and under checks each check's own.
type Settings struct {
	analyzer.Settings
	Checks map[string]Check `json:"checks"`
}

// A Check is what the configuration says about one check: false switches it off, and a list of the check's
// flags sets them. Which flags there are, and which values fit, is the check's to say.
type Check struct {
	Off   bool
	Flags map[string]string
	wrong error // what is wrong with it, told by apply, which knows the check's name
}

// UnmarshalJSON takes true, false or a table of flags.
func (c *Check) UnmarshalJSON(data []byte) error {
	c.wrong = c.decode(data)
	return nil
}

func (c *Check) decode(data []byte) error {
	var on bool
	if err := json.Unmarshal(data, &on); err == nil {
		c.Off = !on
		return nil
	}
	var flags map[string]json.RawMessage
	if err := json.Unmarshal(data, &flags); err != nil {
		return fmt.Errorf("a check is true, false or a table of its flags, not %s", data)
	}
	c.Flags = make(map[string]string)
	for name, raw := range flags {
		text := string(raw)
		switch {
		case bytes.HasPrefix(raw, []byte(`"`)):
			if err := json.Unmarshal(raw, &text); err != nil {
				return err
			}
		case bytes.ContainsAny(raw[:1], "[{n"):
			return fmt.Errorf("the value of %s is a text, a number, true or false, not %s", name, raw)
		}
		c.Flags[name] = text
	}
	return nil
}

// decode reads the settings. A key that does not exist is an error.
func decode(settings any) (*Settings, error) {
	s, err := register.DecodeSettings[Settings](settings)
	if err == nil {
		return &s, nil
	}
	text := strings.TrimPrefix(err.Error(), "decoding settings: ")
	if _, name, ok := strings.Cut(text, "json: unknown field "); ok {
		keys := []string{"tests", "require-evidence", "checks"}
		return nil, fmt.Errorf("errcodelint has no setting %s; %s", strings.Trim(name, `"`), hint(strings.Trim(name, `"`), keys))
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		field := wrong.Field[strings.LastIndexByte(wrong.Field, '.')+1:]
		switch wrong.Type.Kind() {
		case reflect.Bool:
			return nil, fmt.Errorf("errcodelint's settings: %s: want true or false, not %s", field, article(wrong.Value))
		case reflect.Map:
			return nil, fmt.Errorf("errcodelint's settings: %s: want a table of checks, as magiccode: false, not %s", field, article(wrong.Value))
		}
		return nil, fmt.Errorf("errcodelint's settings: want a table of settings, as tests: true, not %s", article(wrong.Value))
	}
	return nil, fmt.Errorf("errcodelint's settings: %s", strings.TrimPrefix(text, "json: "))
}

// article puts an article before the JSON decoder's word for a value.
func article(word string) string {
	if word == "array" || word == "object" {
		return "an " + word
	}
	return "a " + word
}

// apply sets the checks' flags, and returns the checks that are on.
func (s *Settings) apply(suite []*analysis.Analyzer) (on []*analysis.Analyzer, err error) {
	var names []string
	for _, a := range suite {
		names = append(names, a.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Checks)) {
		if !slices.Contains(names, name) {
			return nil, fmt.Errorf("errcodelint's settings: checks: there is no check %s; %s", name, hint(name, names))
		}
	}
	for _, a := range suite {
		c := s.Checks[a.Name]
		if c.wrong != nil {
			return nil, fmt.Errorf("errcodelint's settings: checks: %s: %w", a.Name, c.wrong)
		}
		for _, name := range slices.Sorted(maps.Keys(c.Flags)) {
			if err := set(&a.Flags, name, c.Flags[name]); err != nil {
				return nil, fmt.Errorf("errcodelint's settings: checks: %s: %w", a.Name, err)
			}
		}
		if !c.Off {
			on = append(on, a)
		}
	}
	if len(on) == 0 {
		return nil, errors.New("errcodelint's settings: checks: every check is off; switch the linter off instead")
	}
	return on, nil
}

func set(flags *flag.FlagSet, name, value string) error {
	if flags.Lookup(name) == nil {
		var names []string
		flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		return fmt.Errorf("there is no %s; %s", name, hint(name, names))
	}
	if err := flags.Set(name, value); err != nil {
		return fmt.Errorf("%s: %q does not fit: %w", name, value, err)
	}
	return nil
}

// hint says what was probably meant, or what there is.
func hint(name string, names []string) string {
	if near := nearest.To(name, names); near != "" {
		return "did you mean " + near + "?"
	}
	return "there is " + strings.Join(names, ", ")
}
