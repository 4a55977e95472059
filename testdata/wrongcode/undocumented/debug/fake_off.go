//go:build !fakeapi

package debug

const fake = 999
