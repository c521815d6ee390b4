using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Settings from a JSON file, held against what the policy declares.</summary>
internal static class PolicySettings
{
    /// <param name="manifest">What declares them; a script alone takes whatever it is given.</param>
    /// <param name="file">The file as the user named it; <see langword="null"/> for the defaults alone.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="UsageException">They are no JSON object, or not as declared.</exception>
    public static JsonElement Read(PolicyManifest? manifest, string? file, byte[]? content)
    {
        var node = content is null ? null : Parse(content, file!);
        if (manifest is null)
        {
            return content is null ? JsonElement.Parse("{}") : JsonElement.Parse(content);
        }

        var problems = new Problems(file ?? "--settings");
        IReadOnlyList<Setting> own = manifest.Gate is { } gate ? GateIds.BuiltIn(gate)!.Options.Settings : [];
        if (own.Count + manifest.Settings.Count == 0 && node is { Entries.Count: > 0 })
        {
            throw new UsageException($"{Say.Path(file!)}: the policy declares no settings; declare them under `settings` in its policy.json");
        }

        var values = new SettingReader(problems).ReadGroup(node, default, "", [.. own, .. manifest.Settings]);
        problems.ThrowIfAny();
        return SettingJson.ToElement(values);
    }

    private static DocumentNode Parse(byte[] content, string file)
    {
        try
        {
            var node = JsonReader.Read(Encoding.UTF8.GetString(content), file);
            return node.Kind == NodeKind.Map ? node : throw new UsageException($"{Say.Path(file)}: settings are a JSON object, as under `with:`");
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
