package syntax

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

// What a format is said to wrap is what fmt wraps.
func TestWrappedBy(t *testing.T) {
	for _, test := range []struct {
		format string
		want   []int
		ok     bool
	}{
		{"", nil, true},
		{"refused", nil, true},
		{"%s: %v", nil, true},
		{"%w", []int{0}, true},
		{"%s: %w", []int{1}, true},
		{"100%% of %w", []int{0}, true},
		{"%+w %-5.2w %#w", []int{0, 1, 2}, true},
		{"%[2]s: %[1]w", []int{0}, true},
		{"%[2]w and %w", []int{1, 2}, true},
		{"%*s: %w", []int{2}, true},
		{"%.*s: %w", []int{2}, true},
		{"%[3]*.[2]*[1]w", []int{0}, true},
		{"ü%wü", []int{0}, true},
		{"%", nil, true},
		{"%[x]w", nil, false},
		{"%[0]w", nil, false},
	} {
		got, ok := WrappedBy(test.format)
		if !slices.Equal(got, test.want) || ok != test.ok {
			t.Errorf("%q: %v, %v, want %v, %v", test.format, got, ok, test.want, test.ok)
		}
		operands := make([]any, 4)
		for i := range operands {
			operands[i] = any(1)
		}
		for i := range operands {
			if !ok {
				break
			}
			mark := errors.New("mark")
			with := slices.Clone(operands)
			with[i] = mark
			if err := fmt.Errorf(test.format, with...); errors.Is(err, mark) != slices.Contains(got, i) {
				t.Errorf("%q wraps operand %d: %v", test.format, i, errors.Is(err, mark))
			}
		}
	}
}
