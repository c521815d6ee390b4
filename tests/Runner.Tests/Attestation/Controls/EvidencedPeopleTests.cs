using Gates.Attestation.Controls;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Statements;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls;

public sealed class EvidencedPeopleTests
{
    [Fact]
    public void Of_SignedResults_NamesWhoStartedTheirRuns_EachOnce()
    {
        using var key = Ed25519PrivateKey.Create().Key;

        People(key, Result(key, "\"bbb\""), Result(key, "\"aaa\""), Result(key, "\"aaa\"")).ShouldBe(["aaa", "bbb"]);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    public void Of_SomethingElseInTheirPlace_NamesNobody(string commitment)
    {
        using var key = Ed25519PrivateKey.Create().Key;

        People(key, Result(key, commitment)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_WhatNoTrustedKeySigned_OrWhatIsNoResult_NamesNobody()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        using var stranger = Ed25519PrivateKey.Create().Key;

        People(key, Result(stranger, "\"aaa\""), Bench.Bundle(key, "https://example.com/other", Predicate("\"aaa\""), Subject.Commit("head", Bench.Commit)))
            .ShouldBeEmpty();
    }

    private static IReadOnlyList<string> People(Ed25519PrivateKey trusted, params string[] bundles)
    {
        var scope = Bench.Scope([.. bundles.Select((bundle, i) => ($"{i}.sigstore.json", bundle))]) with { Trust = Bench.Trust(trusted) };
        return EvidencedPeople.Of(scope.Evidence.Match("**"), scope);
    }

    private static string Result(Ed25519PrivateKey key, string commitment) =>
        Bench.Bundle(key, GateStatement.PredicateType, Predicate(commitment), Subject.Commit("head", Bench.Commit));

    private static string Predicate(string commitment) =>
        $$"""{ "result": "PASSED", "configuration": [], "gates": { "run": { "id": "7", "_sd": [{{commitment}}] } } }""";
}
