package uk.anteroom.e2e.people;

/** Who is on the list of Riverside Surgery in the demo. */
public enum Patient {
    ROSA("Rosa Whitfield", 14, 3, 1957, "rosa.whitfield@mail.example"),
    TOM("Tom Adeyemi", 2, 7, 1988, "tom.adeyemi@mail.example"),
    GRACE("Grace Lin", 30, 11, 2001, null),
    WALTER("Walter Hughes", 9, 1, 1939, "walter.hughes@mail.example"),
    INES("Ines Duarte", 21, 5, 1970, null);

    private final String fullName;
    private final int day;
    private final int month;
    private final int year;
    private final String email;

    Patient(String fullName, int day, int month, int year, String email) {
        this.fullName = fullName;
        this.day = day;
        this.month = month;
        this.year = year;
        this.email = email;
    }

    public String fullName() {
        return fullName;
    }

    public int day() {
        return day;
    }

    public int month() {
        return month;
    }

    public int year() {
        return year;
    }

    /** Null for those who have none on the list. */
    public String email() {
        return email;
    }
}
