// Package behaviour holds programs against what they did before errcodelint -fix: they behave as they did.
//
// Two notification services, of which one is written without care, are run against a stand-in for
// the messaging API that answers every code of every domain at every place where the API answers
// one. What comes out (results, errors, the requests that were made, the reports that were stored)
// must be the same, byte for byte, once the command has rewritten the services. The services and the
// harness that runs them are in the module in testdata, at the top of the repository.
//
// Package resent does so for what is sent again: there the fixes are to make a difference.
package behaviour
