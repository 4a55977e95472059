package main

import (
	"errors"
	"fmt"
	"testing"

	"example.test/programs/services/careless/campaign"
	"example.test/programs/services/careless/geniq"
)

func TestExitCode(t *testing.T) {
	want := map[int]int{1: 6, 2: 6, 3: 6, 4: 6, 5: 5}
	for code := range 400 {
		w := want[code]
		if w == 0 {
			w = 1
		}
		err := fmt.Errorf("campaign: %w", &geniq.APIError{ResponseCode: code})
		if got := exitCode(new(campaign.Report), err); got != w {
			t.Errorf("code %d: exit code %d, want %d", code, got, w)
		}
	}
	rep := &campaign.Report{Lines: []campaign.Line{{To: "601", Code: 11}}}
	for _, tt := range []struct {
		rep  *campaign.Report
		err  error
		want int
	}{
		{new(campaign.Report), nil, 0},
		{rep, nil, 11},
		{rep, campaign.ErrNight, 5},
		{rep, geniq.ErrNoCredit, 6},
		{new(campaign.Report), errors.New("no network"), 1},
	} {
		if got := exitCode(tt.rep, tt.err); got != tt.want {
			t.Errorf("%v: exit code %d, want %d", tt.err, got, tt.want)
		}
	}
}
