using System.Reflection;
using System.Text;
using Runner.Tests.Configuration;
using Runner.Tests.Doors.GitHub;
using Shouldly;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>
/// Octokit reads answers by reflection, for which a program that is compiled ahead of time must keep its types and make the code of each generic type over
/// a value: nobody names those, and a missing one is an exception on the first answer that has it.
/// </summary>
public sealed class OctokitDirectivesTests
{
    private const string Page = "src/Runner/Octokit.rd.xml";

    private static readonly Type[] Types = RawOctokit.Assembly.GetExportedTypes();

    [Fact]
    public void EveryTypeThatItMakesByReflectionIsNamed()
    {
        var text = new StringBuilder("""
            <!-- generated from the Octokit assembly: run the tests once with UPDATE_DOCS=1 to renew it -->
            <Directives xmlns="http://schemas.microsoft.com/netfx/2013/01/metadata">
              <Application>
                <Assembly Name="Octokit" Dynamic="Required All">

            """);
        foreach (var name in Types.Where(type => type.IsEnum).Select(type => type.FullName!).Order(StringComparer.Ordinal))
        {
            text.Append($"      <Type Name=\"Octokit.StringEnum`1[[{name},Octokit]]\" Dynamic=\"Required All\" />\n");
        }

        text.Append("    </Assembly>\n  </Application>\n</Directives>\n");
        Generated.Check(Page, text.ToString());
    }

    /// <summary>The list above is whole: no other generic type of Octokit over a value is read from an answer.</summary>
    [Fact]
    public void NoOtherGenericTypeOverAValueIsReadFromAnAnswer() =>
        Types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)).SelectMany(property => Parts(property.PropertyType))
            .Where(type => type.IsGenericType && type.Assembly == RawOctokit.Assembly)
            .Where(type => Array.Exists(type.GetGenericArguments(), argument => argument.IsValueType))
            .Select(type => type.Name).Distinct(StringComparer.Ordinal).ShouldBe(["StringEnum`1"]);

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Prepend(type);
}
