// Package released holds one test: a released errcodelint-gopls, of which there is no checkout, builds a gopls
// with the checks in it.
package released
