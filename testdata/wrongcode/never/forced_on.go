//go:build forced

package never

const forced = 88
