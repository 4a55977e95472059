// Package frontends holds the test that every front end finds the same. Its packages build and drive
// the front ends, for this test and for their own.
package frontends
