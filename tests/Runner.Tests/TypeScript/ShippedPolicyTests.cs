using Gates.Runner;
using Gates.Runner.Configuration;
using Runner.Tests.Cases;
using Runner.Tests.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.TypeScript;

/// <summary>What is committed under <c>policies/dist</c> is what the compiler makes of the policies, and nothing else.</summary>
public sealed class ShippedPolicyTests
{
    private static readonly WorkingTree Tree = WorkingTree.Of(
        Repository.Root, Directory.EnumerateFiles(Repository.Combine("policies"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)));

    [Fact]
    public async Task EveryTranslationIsFresh()
    {
        Compilation.SkipWithoutNode();
        var written = ShippedPolicies.Ids.Select(id => new PolicyLoader(Tree).Load("policies/" + id)).ToList();
        var compiled = await BuiltCompiler.Create(new InProcessJudge()).CompileAsync([.. written.Select(policy => policy.Files!)], TestContext.Current.CancellationToken);
        var translated = compiled.Zip(written, ShippedPolicies.Ids).Where(one => one.First.Text != one.Second.Source.Text).ToList();

        Directory.CreateDirectory(Repository.Combine("policies", "dist"));
        translated.ForEach(one => Generated.Check($"policies/dist/{one.Third}.js", one.First.Text));
        Directory.GetFiles(Repository.Combine("policies", "dist")).Select(Path.GetFileName).ShouldBe(translated.Select(one => one.Third + ".js"), ignoreOrder: true);
    }

    [Fact]
    public void EveryPolicyJudgesWithoutACompiler() =>
        ShippedPolicies.Ids.Select(ShippedPolicies.Source).ShouldAllBe(policy => IsReady(policy));

    private static bool IsReady(Gates.Policies.PolicySource policy) => Gates.Policies.PolicyScript.Load(policy).Source == policy;
}
