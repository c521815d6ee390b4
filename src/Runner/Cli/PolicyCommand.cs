using System.CommandLine;
using Gates.Runner.Authoring;

namespace Gates.Runner.Cli;

/// <summary><c>gates policy new</c>: a policy to begin with.</summary>
internal static class PolicyCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Its name: lower-case letters, digits and dashes." };
        var from = new Option<string>("--from") { Description = "Copy this shipped policy, or the default policy of this built-in gate, with its cases." };
        var typeScript = new Option<bool>("--ts") { Description = "Write TypeScript." };
        var workspace = new Option<string>("--workspace") { Description = "The repository's root (default: this folder)." };
        var create = new Command("new", "Write policies/NAME with a script, its settings and two cases that pass.") { name, from, typeScript, workspace };
        create.SetAction(parsed => (int)NewPolicy.Write(
            new NewPolicyRequest(
                new DirectoryInfo(parsed.GetValue(workspace) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory),
                parsed.GetValue(name)!,
                parsed.GetValue(from) is { Length: > 0 } id ? id : null,
                parsed.GetValue(typeScript)),
            Console.Out));
        return new Command("policy", "Write policies.") { create };
    }
}
