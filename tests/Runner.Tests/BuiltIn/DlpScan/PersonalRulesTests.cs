using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>What holds for every kind of personal number, in every form in which it is printed.</summary>
public sealed class PersonalRulesTests
{
    // What is told by its form and its check digits alone, without a word beside it.
    private static readonly string[] Alone = ["iban", "mexican-curp", "chinese-resident-id"];

    // Words do not tell these apart from others that stand beside the same word.
    private static readonly Dictionary<string, string[]> Also = new(StringComparer.Ordinal)
    {
        ["latin-american-dni"] = ["spanish-dni"],
        ["ecuadorian-cedula"] = ["colombian-cedula"],
        ["uruguayan-ci"] = ["colombian-cedula", "chilean-rut"],
        ["international-phone-number"] = ["phone-number"],
        ["phone-number"] = ["international-phone-number"],
        ["us-itin"] = ["us-ssn"],
        ["malaysian-nric"] = ["singapore-nric"],
    };

    public static TheoryData<string, int> Forms
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var kind in PersonalNumbers.Kinds)
            {
                for (var form = 0; form < kind.Masks.Length; form++)
                {
                    data.Add(kind.Rule, form);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_number_beside_its_word_is_found(string rule, int form)
    {
        var word = PersonalNumbers.Kinds.Single(kind => kind.Rule == rule).Word;
        for (var seed = 0; seed < 12; seed++)
        {
            var value = PersonalNumbers.Make(rule, form, seed);
            foreach (var text in new[] { $"{word}: {value}", $"x = \"{word}: {value}\"", $"{{\"{word}\": \"{value}\"}}", $"a line\n- {word} = '{value}';" })
            {
                var found = Scanning.Rules(text).ToArray();
                found.ShouldHaveSingleItem($"{rule} form {form} seed {seed}").ShouldBeOneOf([rule, .. Also.GetValueOrDefault(rule, [])]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_plain_number_without_a_word_is_left_alone(string rule, int form)
    {
        var value = PersonalNumbers.Make(rule, form, 5);
        if (!Alone.Contains(rule, StringComparer.Ordinal) && value.All(char.IsAsciiLetterOrDigit))
        {
            Scanning.Rules($"ref {value}, seq {value}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void There_are_more_rules_than_were_promised() => RuleReader.Shipped.Rules.Count(rule => rule.IsPersonal).ShouldBeGreaterThanOrEqualTo(80);

    [Fact]
    public void Every_rule_for_a_number_has_its_generator() =>
        RuleReader.Shipped.Rules.Where(rule => rule.IsPersonal).Select(rule => rule.Id)
            .Except(PersonalNumbers.Kinds.Select(kind => kind.Rule), StringComparer.Ordinal)
            .ShouldBe(["bank-account-number", "email-address", "ip-address", "passport-machine-line", "swift-bic"], ignoreOrder: true);

    /// <summary>From the issuers' own documents and encyclopedias: they hold our arithmetic against the world's.</summary>
    [Theory]
    [InlineData("aadhaar", "9999 4105 |7058")]
    [InlineData("aba", "0210|00021")]
    [InlineData("argentine-cuit", "20-1234|5678-6")]
    [InlineData("australian-medicare", "2123 45|670 1")]
    [InlineData("australian-tfn", "123 45|6 782")]
    [InlineData("austrian-svnr", "1237 01|0180")]
    [InlineData("baltic-personal-code", "3680|5280109")]
    [InlineData("belgian-national", "85.07.30|-033.28")]
    [InlineData("bulgarian-egn", "75231|69263")]
    [InlineData("canadian-sin", "123 45|6 782")]
    [InlineData("chilean-rut", "12.345.|678-5")]
    [InlineData("chinese-resident-id", "110105194|91231002X")]
    [InlineData("cnpj", "11.222.333|/0001-81")]
    [InlineData("codice-fiscale", "RSSMRA85|T10A562S")]
    [InlineData("croatian-oib", "3339|2005961")]
    [InlineData("curp", "BOXW310820|HNERXN09")]
    [InlineData("czech-birth-number", "710319|/2745")]
    [InlineData("ecuadorian-cedula", "17143|07103")]
    [InlineData("finnish-hetu", "131052|-308T")]
    [InlineData("german-id-card", "T2200|01293")]
    [InlineData("german-social-insurance", "150706|49C103")]
    [InlineData("greek-afm", "0942|59216")]
    [InlineData("greek-amka", "0101|3099997")]
    [InlineData("hkid", "A1234|56(3)")]
    [InlineData("icelandic-kennitala", "120174|-3399")]
    [InlineData("irish-pps", "64334|35F")]
    [InlineData("israeli-id", "0393|37423")]
    [InlineData("japanese-my-number", "12345|6789018")]
    [InlineData("jmbg", "010100|6500006")]
    [InlineData("latvian-personal-code", "161175|-19997")]
    [InlineData("new-zealand-ird", "49-09|1-850")]
    [InlineData("nhs", "943 47|6 5919")]
    [InlineData("nir", "2 55 08 14 |168 025 38")]
    [InlineData("norwegian-id", "151086| 95088")]
    [InlineData("pesel", "44051|401359")]
    [InlineData("polish-id-card", "ABA30|0000")]
    [InlineData("romanian-cnp", "16306|15123457")]
    [InlineData("russian-inn", "50010|0732259")]
    [InlineData("russian-snils", "112-233|-445 95")]
    [InlineData("singapore-nric", "S1234|567D")]
    [InlineData("south-african-id", "800101|5009087")]
    [InlineData("spanish-dni", "12345|678Z")]
    [InlineData("spanish-nie", "X1234|567L")]
    [InlineData("steuer-id", "3657|4261809")]
    [InlineData("swedish-personnummer", "811218|-9876")]
    [InlineData("swiss-ahv", "756.9217.|0769.85")]
    [InlineData("taiwanese-id", "A1234|56789")]
    [InlineData("turkish-tckn", "10000|000146")]
    [InlineData("ukrainian-rnokpp", "17590|13776")]
    [InlineData("vin", "1M8GDM9A|XKP042788")]
    [InlineData("passport-mrz", "L898902C36UTO74081|22F1204159ZE184226B<<<<<10")]
    public void Published_numbers_hold_and_change_of_a_digit_is_noticed(string check, string parts)
    {
        var number = parts.Replace("|", "", StringComparison.Ordinal);
        Holds(check, number).ShouldBeTrue();

        var changes = Enumerable.Range(0, number.Length).Where(i => char.IsAsciiDigit(number[i])).ToArray();
        var noticed = changes.Count(i => !Holds(check, number[..i] + (char)(number[i] == '9' ? '8' : number[i] + 1) + number[(i + 1)..]));
        noticed.ShouldBeGreaterThanOrEqualTo(changes.Length * 3 / 4);
    }

    private static bool Holds(string check, string number) => ValueChecks.Named(check)(new Candidate(number, number, 0, "a.txt")) != Validity.Refuted;
}
