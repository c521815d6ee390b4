using System.Text.Json;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Profiles;

namespace Gates.Pipeline.Facts.Profiles;

/// <summary>Where programs' time went, from what profilers write.</summary>
internal sealed class ProfileFacts : IFactFormat
{
    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        foreach (var profile in ProfileReader.Read(content, file.Path))
        {
            JsonSerializer.Serialize(facts, profile, ProfileJson.Default.Profile);
        }
    }
}
