using System.Text;
using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.TypeChecks;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;

namespace Gates.Runner.Commands.Policy;

/// <summary>Writes a policy to begin with: it has cases, and they pass.</summary>
internal static class NewPolicy
{
    private const string Command = "gates policy new";

    private static readonly EmbeddedFiles Templates = new(typeof(NewPolicy).Assembly);

    /// <exception cref="UsageException">The name is none, there is nothing of the name to begin with, or a file is in the way.</exception>
    public static ExitCode Write(NewPolicyRequest request, TextWriter output)
    {
        Check(request);
        var files = new NewFiles(request.Root, Command);
        var gate = request.From is { } from ? Copy(files, request.Name, from) : Fill(files, request);
        var manifest = $"policies/{request.Name}/policy.json";
        var types = PolicyTypes.Of(PolicyManifest.Read(files.Text(manifest), manifest));
        files.Add($"policies/{request.Name}/{PolicyTypes.FileName}", Encoding.UTF8.GetBytes(types));
        files.AddShared("policies/" + SharedTypes.Path, Encoding.UTF8.GetBytes(SharedTypes.Text));
        files.AddShared("policies/jsconfig.json", Encoding.UTF8.GetBytes(CompilerOptions.JsConfig));
        foreach (var path in files.Write())
        {
            output.WriteLine("wrote " + path);
        }

        output.WriteLine();
        output.WriteLine($"Its cases: `gates test policies/{request.Name}`, after every change with --watch.");
        output.WriteLine(gate == request.Name
            ? $"Put it under `gates:` in {ConfigurationLocator.DefaultPaths[0]}:"
            : $"It replaces the default policy of {gate}, whose options stay. Put it under `gates:` in {ConfigurationLocator.DefaultPaths[0]}:");
        output.WriteLine();
        output.WriteLine($"  {gate}:");
        output.WriteLine($"    policy: policies/{request.Name}");
        output.WriteLine("    mode: warn    # enforce, when nothing old is left to find");
        return ExitCode.Holds;
    }

    private static void Check(NewPolicyRequest request)
    {
        if (GateId.Refuse(request.Name) is { } refusal)
        {
            throw new UsageException($"{Say.Quote(request.Name)} {refusal}");
        }

        if (request.From is { } from && !GateIds.Offered.Contains(from, StringComparer.Ordinal))
        {
            throw new UsageException($"--from: {Say.Quote(from)} is neither a shipped policy nor a built-in gate{Suggestion.Words(from, GateIds.Offered)} valid: {Say.List(GateIds.Offered)}");
        }

        if (request is { From: not null, TypeScript: true })
        {
            throw new UsageException("--ts is for the template; --from copies a policy in the language that it is written in");
        }

        if (request.From is null && GateIds.Offered.Contains(request.Name, StringComparer.Ordinal))
        {
            throw new UsageException($"{request.Name} comes with the program; `gates policy new {request.Name} --from {request.Name}` copies it, else choose another name");
        }
    }

    /// <returns>The key under <c>gates:</c>.</returns>
    private static string Fill(NewFiles files, NewPolicyRequest request)
    {
        var title = char.ToUpperInvariant(request.Name[0]) + request.Name[1..].Replace('-', ' ');
        var template = Templates.Below("Commands/Policy/Template/");
        var script = request.TypeScript ? Templates.Below("Commands/Policy/TemplateInTypeScript/") : [];
        foreach (var (path, content) in template.Where(file => !request.TypeScript || file.Key != "policy.js").Concat(script))
        {
            var text = Encoding.UTF8
                .GetString(content)
                .Replace("{{title}}", title, StringComparison.Ordinal)
                .Replace("{{name}}", request.Name, StringComparison.Ordinal);
            files.Add($"policies/{request.Name}/{path}", Encoding.UTF8.GetBytes(text));
        }

        return request.Name;
    }

    private static string Copy(NewFiles files, string name, string from)
    {
        if (GateIds.BuiltIn(from) is not { } builtIn)
        {
            AddAll(files, name, ShippedModules.Files.Below($"policies/{from}/"));
            AddLibrary(files, ShippedPolicies.Source(from));
            return name;
        }

        AddAll(files, name, [.. ShippedModules.Files.Below(ShippedPolicies.FolderOf(builtIn)).Where(file => !IsTheGates(file.Key))]);
        AddLibrary(files, ShippedPolicies.Default(builtIn));
        var manifest = $$"""
            {
              "$schema": "{{ManifestSchema.Address}}",
              "title": "{{builtIn.Title}}",
              "gate": "{{builtIn.Id}}"
            }

            """;
        files.Add($"policies/{name}/policy.json", Encoding.UTF8.GetBytes(manifest));
        return from;
    }

    private static void AddLibrary(NewFiles files, PolicySource policy)
    {
        foreach (var (path, content) in ImportedLibrary.Of(policy))
        {
            files.AddShared(path, content);
        }
    }

    /// <summary>What belongs to the gate and not to its policy.</summary>
    private static bool IsTheGates(string file) =>
        file == PolicyTypes.EvidenceFile || file.StartsWith("rules/", StringComparison.Ordinal) || file.StartsWith("presets/", StringComparison.Ordinal);

    private static void AddAll(NewFiles files, string name, IReadOnlyList<KeyValuePair<string, byte[]>> copied)
    {
        foreach (var (path, content) in copied)
        {
            files.Add($"policies/{name}/{path}", content);
        }
    }
}

/// <summary>The shared scripts that a policy of ours consists of beside its own.</summary>
internal static class ImportedLibrary
{
    /// <param name="policy">The policy.</param>
    /// <returns>Paths relative to the repository's root, with the contents.</returns>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(PolicySource policy) =>
        from module in policy.Modules
        where module.Key.StartsWith("lib/", StringComparison.Ordinal)
        select KeyValuePair.Create("policies/" + module.Key, Encoding.UTF8.GetBytes(module.Value));
}

/// <summary>What <c>gates policy new</c> was asked.</summary>
/// <param name="Root">The repository's root.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="From">A shipped policy or built-in gate to begin with; <see langword="null"/> for the template.</param>
/// <param name="TypeScript">Whether the template is in TypeScript.</param>
internal sealed record NewPolicyRequest(DirectoryInfo Root, string Name, string? From = null, bool TypeScript = false);
