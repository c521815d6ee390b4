using System.Globalization;
using System.Text;
using Gates.BuiltIn.DlpScan.Values;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>
/// Makes personal numbers that are nobody's: from a mask, drawn until the check digits hold. The same seed gives the same number, and none stands in a file.
/// </summary>
internal static class PersonalNumbers
{
    /// <value>Rule, word beside it, its check, and how it is printed: d a digit, L a letter, {ymd} and {dmy} a date of birth, {Y} its century and year.</value>
    public static IReadOnlyList<PersonalKind> Kinds { get; } =
    [
        new("payment-card", "card", "payment-card",
            "4532dddddddddddd", "4716 dddd dddd dddd", "5412-dddd-dddd-dddd", "37dd dddddd ddddd", "36dd dddddd dddd", "6011.dddd.dddd.dddd"),
        new("iban", "IBAN", "iban97",
            "DEdddddddddddddddddddd", "GBdd BARC dddd dddd dddd dd", "FRdd dddd dddd ddML dddd dddd ddd", "nldd abna dddd dddd dd", "NOddddddddddddd"),
        new("us-bank-routing-number", "routing number", "aba", "02ddddddd"),
        new("us-ssn", "ssn", "ssn", "4dd-4d-dddd", "5dd 3d dddd", "3dd4ddddd"),
        new("us-itin", "itin", "itin", "9dd-7d-dddd", "9dd7ddddd"),
        new("us-ein", "EIN", "ein", "54-ddddddd"),
        new("us-medicare-number", "MBI", "any", "4KF8-TE5-MKdd", "9NH8TE5MKdd"),
        new("canadian-sin", "SIN", "canadian-sin", "4dd ddd ddd", "5dddddddd", "1dd-ddd-ddd"),
        new("mexican-curp", "CURP", "curp", "GOMC{ymd}HDFRRLdd"),
        new("mexican-rfc", "RFC", "rfc", "GOMC{ymd}Qdd"),
        new("brazilian-cpf", "cpf", "cpf", "ddd.ddd.ddd-dd", "ddddddddddd"),
        new("brazilian-cnpj", "cnpj", "cnpj", "dd.ddd.ddd/0001-dd", "dddddddd0001dd"),
        new("chilean-rut", "RUT", "chilean-rut", "1d.ddd.ddd-d", "2ddddddd-d"),
        new("argentine-cuit", "CUIL", "argentine-cuit", "20-dddddddd-d", "27ddddddddd"),
        new("latin-american-dni", "DNI", "any", "3d.ddd.ddd", "2ddddddd"),
        new("colombian-cedula", "cédula", "any", "1ddddddddd"),
        new("ecuadorian-cedula", "cédula ecuatoriana", "ecuadorian-cedula", "171ddddddd"),
        new("uruguayan-ci", "cédula uruguaya", "uruguayan-ci", "4.ddd.ddd-d", "3ddddddd"),
        new("french-nir", "NIR", "nir", "1 84 1d 75 ddd ddd dd", "2840d33dddddddd", "1 79 0d 2A ddd ddd dd", "2840d2Bdddddddd"),
        new("german-tax-id", "Steuer-ID", "steuer-id", "dd ddd ddd ddd", "ddddddddddd"),
        new("german-social-insurance", "Sozialversicherungsnummer", "german-social-insurance", "12{dmy}Kddd", "65 {dmy} M ddd"),
        new("german-id-card", "Personalausweis", "german-id-card", "L01X0dTd7d"),
        new("spanish-dni", "DNI", "spanish-dni", "ddddddddL", "dd.ddd.ddd-L"),
        new("spanish-nie", "NIE", "spanish-nie", "XdddddddL", "Y-ddddddd-L"),
        new("italian-codice-fiscale", "codice fiscale", "codice-fiscale", "RSSMRA84A1dHdddL"),
        new("dutch-bsn", "BSN", "bsn", "ddddddddd", "dddd.dd.ddd"),
        new("belgian-national-number", "rijksregisternummer", "belgian-national", "84.0d.1d-ddd.dd", "840d1dddddd"),
        new("portuguese-nif", "contribuinte", "portuguese-nif", "2dddddddd", "1dd ddd ddd"),
        new("irish-pps", "PPSN", "irish-pps", "dddddddLA"),
        new("uk-national-insurance-number", "NINO", "nino", "JGddddddA", "JG dd dd dd B"),
        new("uk-nhs-number", "NHS number", "nhs", "ddd ddd dddd", "dddddddddd"),
        new("austrian-svnr", "SVNR", "austrian-svnr", "dddd {dmy}", "dddd{dmy}"),
        new("swiss-ahv", "AHV", "swiss-ahv", "756.dddd.dddd.dd", "756dddddddddd"),
        new("swedish-personnummer", "personnummer", "swedish-personnummer", "{ymd}-dddd", "19{ymd}-dddd", "19{ymd}dddd"),
        new("finnish-hetu", "henkilötunnus", "finnish-hetu", "{dmy}-dddL", "{dmy}Addd0"),
        new("danish-cpr", "CPR", "danish-cpr", "{dmy}-dddd", "{dmy}dddd"),
        new("norwegian-id", "fødselsnummer", "norwegian-id", "{dmy}ddddd", "{dmy} ddddd"),
        new("icelandic-kennitala", "kennitala", "icelandic-kennitala", "{dmy}-ddd9"),
        new("baltic-personal-code", "isikukood", "baltic-personal-code", "3{ymd}dddd", "4{ymd}dddd"),
        new("latvian-personal-code", "personas kods", "latvian-personal-code", "{dmy}-1dddd"),
        new("polish-pesel", "PESEL", "pesel", "{ymd}ddddd"),
        new("polish-id-card", "dowód osobisty", "polish-id-card", "AZGdddddd"),
        new("czech-birth-number", "rodné číslo", "czech-birth-number", "{ymd}/dddd", "{ymd}dddd"),
        new("romanian-cnp", "CNP", "romanian-cnp", "1{ymd}12dddd"),
        new("bulgarian-egn", "ЕГН", "bulgarian-egn", "{ymd}dddd"),
        new("hungarian-taj", "TAJ-szám", "hungarian-taj", "ddd ddd ddd", "ddddddddd"),
        new("hungarian-tax-id", "adóazonosító jel", "hungarian-tax-id", "8ddddddddd"),
        new("greek-amka", "ΑΜΚΑ", "greek-amka", "{dmy}ddddd"),
        new("greek-afm", "ΑΦΜ", "greek-afm", "1dddddddd"),
        new("croatian-oib", "OIB", "croatian-oib", "ddddddddddd"),
        new("slovenian-emso", "EMŠO", "jmbg", "150d98d50dddd"),
        new("turkish-tckn", "TC kimlik", "turkish-tckn", "1dddddddddd"),
        new("ukrainian-rnokpp", "РНОКПП", "ukrainian-rnokpp", "3ddddddddd"),
        new("russian-snils", "СНИЛС", "russian-snils", "ddd-ddd-ddd dd", "ddddddddddd"),
        new("russian-inn", "ИНН", "russian-inn", "77dddddddddd"),
        new("indian-aadhaar", "Aadhaar", "aadhaar", "4ddd dddd dddd", "7ddddddddddd"),
        new("indian-pan", "PAN", "any", "BKQPSddddL"),
        new("singapore-nric", "NRIC", "singapore-nric", "SdddddddL", "GdddddddL"),
        new("korean-rrn", "주민등록번호", "korean-rrn", "{ymd}-1dddddd"),
        new("japanese-my-number", "マイナンバー", "japanese-my-number", "dddddddddddd", "dddd dddd dddd"),
        new("chinese-resident-id", "身份证号", "chinese-resident-id", "11010119{ymd}dddd", "44030119{ymd}dddX"),
        new("hong-kong-id", "HKID", "hkid", "Adddddd(d)", "Kddddddd"),
        new("taiwanese-id", "身分證字號", "taiwanese-id", "A1dddddddd", "F2dddddddd"),
        new("thai-id", "เลขประจำตัวประชาชน", "thai-id", "1-dddd-ddddd-dd-d", "3dddddddddddd"),
        new("malaysian-nric", "MyKad", "malaysian-id", "{ymd}-14-dddd"),
        new("indonesian-nik", "NIK", "indonesian-nik", "317405{dmy}0ddd"),
        new("pakistani-cnic", "CNIC", "any", "35202-ddddddd-d"),
        new("australian-tfn", "TFN", "australian-tfn", "ddd ddd ddd", "ddddddddd"),
        new("australian-medicare", "Medicare", "australian-medicare", "2ddd ddddd d", "3ddddddddd"),
        new("new-zealand-ird", "IRD number", "new-zealand-ird", "5d-ddd-ddd", "1dd-ddd-ddd"),
        new("israeli-id", "תעודת זהות", "israeli-id", "ddddddddd"),
        new("south-african-id", "ID number", "south-african-id", "{ymd}dddd08d", "{ymd} dddd 08d"),
        new("emirates-id", "Emirates ID", "emirates-id", "784-198d-ddddddd-d", "784198ddddddddd"),
        new("saudi-id", "iqama", "saudi-id", "2ddddddddd"),
        new("egyptian-id", "national ID", "egyptian-id", "2{ymd}21ddddd"),
        new("passport-number", "passport no", "passport", "Xdddddddd", "ddddddddd"),
        new("uk-driving-licence", "driving licence", "uk-driving-licence", "MORGAd5d0ddSM9IJ"),
        new("driving-licence-number", "driver license number", "passport", "Ddddddddd"),
        new("vehicle-identification-number", "VIN", "vin", "WVWZZZ1KdYWdddddd"),
        new("medical-record-number", "MRN", "any", "dddddddd"),
        new("international-phone-number", "Téléphone", "phone",
            "+33 6 dd dd dd dd", "+49 171 ddddddd", "+44 (0)20 7946 dddd", "+1415867dddd", "0049 30 ddddddd"),
        new("phone-number", "phone", "phone", "(415) 867-dddd", "415-867-dddd", "0171 dddddddd", "06 dd dd dd dd"),
        new("date-of-birth", "geboren", "birth-date", "1{Y}-04-1d", "1d.04.1{Y}"),
    ];

    public static string Make(string rule, int form, int seed)
    {
        var kind = Kinds.Single(one => one.Rule == rule);
        return Make(kind, kind.Masks[form], seed);
    }

    public static string Make(PersonalKind kind, string mask, int seed)
    {
        var check = ValueChecks.Named(kind.Check);
        var random = new Random((seed * 7919) + mask.Length);
        for (var tries = 0; tries < 200_000; tries++)
        {
            var value = Draw(mask, random);
            if (check(new Candidate(value, value, 0, "a.csv")) != Validity.Refuted)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"no {kind.Rule} for the mask {mask}");
    }

    private static string Draw(string mask, Random random)
    {
        var date = new DateOnly(1951, 1, 1).AddDays(random.Next(48 * 365));
        var text = new StringBuilder(mask)
            .Replace("{ymd}", date.ToString("yyMMdd", CultureInfo.InvariantCulture))
            .Replace("{dmy}", date.ToString("ddMMyy", CultureInfo.InvariantCulture))
            .Replace("{Y}", date.ToString("yyyy", CultureInfo.InvariantCulture)[1..]);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = text[i] switch
            {
                'd' => (char)('0' + random.Next(10)),
                'L' when i >= text.Length - 2 && i > 3 => (char)('A' + random.Next(26)),
                var c => c,
            };
        }

        return text.ToString();
    }
}

/// <summary>One kind of personal number.</summary>
internal sealed record PersonalKind(string Rule, string Word, string Check, params string[] Masks);
