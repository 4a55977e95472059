// Package asserts calls functions of other modules that come back only for some of what
// they get.
package asserts

import (
	"testing"

	"github.com/samber/lo"
	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gotest.tools/v3/assert/cmp"

	gotest "gotest.tools/v3/assert"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

func fetched(r reply) (codes.ResponseCode, error) { return r.ResponseCode, r.ResponseCode.Err() }

func byCobra(r reply) {
	c, err := fetched(r)
	cobra.CheckErr(err)
	seen(c) // want `^0$`
}

func byLo(r reply) {
	seen(lo.Must(fetched(r))) // want `^0$`
}

func byRequire(t *testing.T, r reply) {
	c, err := fetched(r)
	require.NoError(t, err, "sending")
	seen(c) // want `^0$`
}

func byRequiref(t *testing.T, r reply) {
	c, err := fetched(r)
	require.NoErrorf(t, err, "sending %s", "it")
	seen(c) // want `^0$`
}

func byRequirement(t *testing.T, r reply) {
	c, err := fetched(r)
	require.New(t).NoError(err)
	seen(c) // want `^0$`
}

func byRequiredEqual(t *testing.T, r reply) {
	require.Equal(t, codes.ResponseInvalidIP, r.ResponseCode)
	seen(r.ResponseCode) // want `^2$`
}

func byRequirements(t *testing.T, r reply) {
	must := require.New(t)
	c, err := fetched(r)
	must.NoErrorf(err, "sending %s", "it")
	seen(c) // want `^0$`
	must.Equal(codes.ResponseInvalidIP, c)
	seen(c) // want `^$`
}

func byGotest(t *testing.T, r reply) {
	c, err := fetched(r)
	gotest.NilError(t, err)
	seen(c) // want `^0$`
}

// Asserting goes on, and so does a check.
func byAssert(t *testing.T, r reply) {
	c, err := fetched(r)
	assert.NoError(t, err)
	gotest.Check(t, cmp.Nil(err))
	seen(c) // want `^0 1 .* undocumented$`
}
