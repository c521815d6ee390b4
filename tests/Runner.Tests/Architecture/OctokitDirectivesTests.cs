using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Runner.Tests.Configuration;
using Runner.Tests.Doors.GitHub;
using Shouldly;
using Xunit;

namespace Runner.Tests.Architecture;

/// <summary>
/// Octokit reads answers by reflection, for which a program that is compiled ahead of time must keep the types of those that we ask for, and make the code of
/// each generic type over a value: nobody names those, and a missing one is an exception on the first answer that has it. All of Octokit would do as well,
/// and cost each start 5 ms and 4 MB.
/// </summary>
public sealed partial class OctokitDirectivesTests
{
    private const string Page = "src/Runner/Octokit.rd.xml";

    private static readonly string Source = string.Concat(CodeFile.Below("src/Doors/GitHub").Select(file => file.Text));

    [Fact]
    public void EveryTypeThatItMakesByReflectionIsNamed()
    {
        var text = new StringBuilder("""
            <!-- generated from src/Doors/GitHub and the Octokit assembly: run the tests once with UPDATE_DOCS=1 to renew it -->
            <Directives xmlns="http://schemas.microsoft.com/netfx/2013/01/metadata">
              <Application>
                <Assembly Name="Octokit">

            """);
        var kept = new HashSet<Type>();
        foreach (var root in Roots())
        {
            Keep(root, kept);
        }

        foreach (var name in kept.Select(Name).Order(StringComparer.Ordinal))
        {
            text.Append($"      <Type Name=\"{name}\" Dynamic=\"Required All\" />\n");
        }

        text.Append("    </Assembly>\n  </Application>\n</Directives>\n");
        Generated.Check(Page, text.ToString());
    }

    /// <summary>The names above are whole: no other generic type of Octokit over a value is read from an answer.</summary>
    [Fact]
    public void NoOtherGenericTypeOverAValueIsReadFromAnAnswer() =>
        RawOctokit.Assembly.GetExportedTypes().SelectMany(Properties).SelectMany(Parts)
            .Where(type => type.IsGenericType && type.Assembly == RawOctokit.Assembly)
            .Where(type => Array.Exists(type.GetGenericArguments(), argument => argument.IsValueType))
            .Select(type => type.Name).Distinct(StringComparer.Ordinal).ShouldBe(["StringEnum`1"]);

    /// <summary>What our calls name, what the methods that they call take and give, and Octokit's own wrappers around bodies.</summary>
    private static IEnumerable<Type> Roots()
    {
        var named = NamedType().Matches(Source).Select(match => RawOctokit.Assembly.GetType(match.Value)).OfType<Type>();
        var calls = Call().Matches(Source);
        calls.Count.ShouldBeGreaterThan(10);
        var asked = calls
            .SelectMany(match => RawOctokit.Type(match.Groups["client"].Value).GetMethods().Where(method => method.Name == match.Groups["method"].Value))
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType));
        var wrappers = RawOctokit.Assembly.GetTypes().Where(type => type.Name.EndsWith("BodyWrapper", StringComparison.Ordinal)).ToList();
        wrappers.ShouldNotBeEmpty();
        return named.Concat(asked).Concat(wrappers);
    }

    private static void Keep(Type type, HashSet<Type> kept)
    {
        foreach (var part in Parts(type).Where(part => part.Assembly == RawOctokit.Assembly && !part.IsGenericParameter && !part.IsInterface && kept.Add(part)))
        {
            foreach (var next in Properties(part).Append(part.BaseType).OfType<Type>())
            {
                Keep(next, kept);
            }
        }
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Namespace}.{type.Name}[[{string.Join(',', type.GetGenericArguments().Select(argument => argument.FullName))},Octokit]]"
        : type.FullName!;

    private static IEnumerable<Type> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.PropertyType);

    private static IEnumerable<Type> Parts(Type type) =>
        (type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments()).SelectMany(Parts).Prepend(type);

    [GeneratedRegex(@"\bOctokit\.\w+(?<!Client|Connection|ApiUrls)\b(?!\.)")]
    private static partial Regex NamedType();

    [GeneratedRegex(@"new Octokit\.(?<client>\w+Client)\(octokit\)\s*\.(?<method>\w+)\(")]
    private static partial Regex Call();
}
