// Package render writes what errcodelint found, for people and for programs: findings as lines of
// text or as go vet's JSON, changes as a unified diff. It decides how things look and nothing
// else: which findings there are, in which order and with which exit code, is its caller's matter.
package render
