using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Dockerfiles;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

/// <summary>What is a stage and what an image, held against the rule written out once more in a few lines.</summary>
public sealed class StageResolutionTests
{
    private static readonly string[] Names = ["a", "b", "C", "d1", "e-f", "scratch"];

    /// <summary>How a name or a number may be written so that the builder still reads the same.</summary>
    private static readonly Func<string, string>[] Forms =
        [text => text, text => "\"" + text + "\"", text => "'" + text + "'", text => "${NONE:-" + text + "}", text => text.Insert(text.Length / 2, "${NONE}")];

    [Fact]
    public void StagesOfAnyNamesAndBases_GiveTheImagesThatAreNone()
    {
        var stage =
            from name in Gen.Elements(["", .. Names])
            from based in Gen.Elements([.. Names, "image:1", "scratch"])
            from form in Gen.Elements(Forms)
            from keyword in Gen.Elements("FROM ", "from\t", "FROM \\\n  ", "FROM --platform= ")
            from sources in Gen.Elements([.. Names, "image:2", "0", "1", "IMAGE"]).ListOf()
            from kind in Gen.Elements("COPY --from=", "RUN --mount=target=/x,from=")
            select (name, based, form, keyword, sources, kind);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(8), Prop.ForAll(stage.ListOf().ToArbitrary(), stages =>
        {
            var (text, expected) = ("", new List<string>());
            for (var i = 0; i < stages.Count; i++)
            {
                var (name, based, form, keyword, sources, kind) = stages[i];
                var earlier = stages.Take(i).Select(other => other.name.ToLowerInvariant()).Where(other => other.Length > 0).ToHashSet();
                var all = stages.Select(other => other.name.ToLowerInvariant()).Where(other => other.Length > 0).ToHashSet();
                text += keyword + form(based) + (name.Length > 0 ? " AS " + name : "") + "\n";
                expected.AddRange(based == "scratch" || earlier.Contains(based) ? [] : [Shown(based)]);

                // What a stage takes from itself or from one below would make the file one that cannot be built.
                foreach (var source in sources.Where(source => !stages.Skip(i).Any(other => other.name.Equals(source, StringComparison.OrdinalIgnoreCase))))
                {
                    var isNumber = kind.StartsWith("COPY", StringComparison.Ordinal) && int.TryParse(source, out _);
                    if (isNumber && int.Parse(source, System.Globalization.CultureInfo.InvariantCulture) >= i)
                    {
                        continue;
                    }

                    text += kind + source + " x y\n";
                    expected.AddRange(isNumber || source == "scratch" || all.Contains(source.ToLowerInvariant()) ? [] : [Shown(source)]);
                }
            }

            if (stages.Count > 0)
            {
                DockerfileImages.Of(DockerfileParser.Parse(text, "Dockerfile"), new BuildSettings())
                    .Select(image => image.Reference?.ToString() ?? "none").ShouldBe(expected, text);
            }
        }));
    }

    private static string Shown(string name) => ImageReference.TryParse(name, out var reference, out _) ? reference.ToString() : "none";
}
