using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Formats.LoadPlans;

namespace Gates.Formats.LoadSummaries;

/// <summary>k6's <c>root_group</c>: lists in what <c>handleSummary</c> gets, objects by name in the legacy export.</summary>
/// <param name="checks">Of all groups.</param>
/// <param name="byName">Whether groups and checks are objects.</param>
internal sealed class GroupTree(IReadOnlyList<CheckCount> checks, bool byName)
{
    private const int IdBytes = 16;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("root_group");
        Head(json, "", "");
        Start(json, "groups");
        foreach (var group in checks.Select(check => check.Group).Where(group => group.Length > 0).Distinct(StringComparer.Ordinal))
        {
            StartOne(json, group);
            Head(json, group, LoadTags.Group(group));
            Start(json, "groups");
            End(json);
            Checks(json, group);
            json.WriteEndObject();
        }

        End(json);
        Checks(json, "");
        json.WriteEndObject();
    }

    private void Checks(Utf8JsonWriter json, string group)
    {
        Start(json, "checks");
        foreach (var check in checks.Where(check => check.Group == group))
        {
            StartOne(json, check.Name);
            Head(json, check.Name, $"{LoadTags.Group(group)}::{check.Name}");
            json.WriteNumber("passes", check.Passes);
            json.WriteNumber("fails", check.Fails);
            json.WriteEndObject();
        }

        End(json);
    }

    private void Start(Utf8JsonWriter json, string key)
    {
        if (byName)
        {
            json.WriteStartObject(key);
        }
        else
        {
            json.WriteStartArray(key);
        }
    }

    private void StartOne(Utf8JsonWriter json, string name)
    {
        if (byName)
        {
            json.WriteStartObject(name);
        }
        else
        {
            json.WriteStartObject();
        }
    }

    private void End(Utf8JsonWriter json)
    {
        if (byName)
        {
            json.WriteEndObject();
        }
        else
        {
            json.WriteEndArray();
        }
    }

    private static void Head(Utf8JsonWriter json, string name, string path)
    {
        json.WriteString("name", name);
        json.WriteString("path", path);
        json.WriteString("id", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, IdBytes)));
    }
}
