using System.CommandLine;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;

namespace Gates.Runner.Commands.Policy;

/// <summary><c>gates policy new</c>: a policy to begin with; <c>gates policy types</c>: what policies get, for editors.</summary>
internal static class PolicyCommand
{
    private static VerbHelp NewHelp { get; } = new()
    {
        Holds = "The policy was written.",
        Examples =
        [
            new("gates policy new no-latest-tags", "A policy with two cases."),
            new("gates policy new our-images --from base-image-allowlist", "Begin with one of ours."),
        ],
    };

    private static VerbHelp TypesHelp { get; } = new()
    {
        Holds = "The types are written, or right.",
        Fails = "With --check: a file is stale.",
        Examples = [new("gates policy types", "Write the types of all policies.")],
    };

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Its name: lower-case letters, digits and dashes." };
        var from = new Option<string>("--from") { Description = "Copy this shipped policy, or the default policy of this built-in gate, with its cases." };
        from.CompletionSources.Add([.. GateIds.Offered]);
        var typeScript = new Option<bool>("--ts") { Description = "Write TypeScript." };
        var workspace = new Option<string>("--workspace") { Description = "The repository's root (default: this folder)." };
        var create = new Verb("new", "Write policies/NAME with a script, its settings and two cases that pass.", NewHelp) { name, from, typeScript, workspace };
        create.SetAction(parsed => (int)NewPolicy.Write(
            new NewPolicyRequest(
                new DirectoryInfo(parsed.GetValue(workspace) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory),
                parsed.GetValue(name)!,
                parsed.GetValue(from) is { Length: > 0 } id ? id : null,
                parsed.GetValue(typeScript)),
            Console.Out));
        return new Command("policy", "Write policies.") { create, Types() };
    }

    private static Command Types()
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "A policy, or a folder of policies (default: policies).",
            Arity = ArgumentArity.ZeroOrMore
        };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit 1 when a file is stale." };
        var workspace = new Option<string>("--workspace") { Description = "The repository's root (default: this folder)." };
        var types = new Verb("types", "Write types.d.ts beside each policy: the evidence and settings that its policy.json declares.", TypesHelp)
        {
            folders, check, workspace,
        };
        types.SetAction(parsed => (int)TypesFiles.Run(
            new TypesRequest(
                new DirectoryInfo(parsed.GetValue(workspace) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory),
                parsed.GetValue(folders) is { Length: > 0 } given ? given : ["policies"],
                parsed.GetValue(check)),
            Console.Out));
        return types;
    }
}
